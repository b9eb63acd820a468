/** A message from the API → what it says of each tool that was asked about. Total over anything that calls itself a message. */
import { z } from 'zod';
import { showHidden } from '../../schema/hidden-characters.ts';
import { Answer } from './answer.ts';
import { toolId } from './make-request.ts';
import type { AskOutcome } from './outcome.ts';

const longestAnswer = 1_000_000;
const mostItems = 200;
const longestReason = 300;

const Message = z.looseObject({
  stop_reason: z.string().nullable(),
  stop_details: z.looseObject({ category: z.string().nullish() }).nullish(),
  content: z.array(z.looseObject({ type: z.string(), text: z.unknown().optional() })),
});

/** Text from outside, as it may stand in a report: one bounded line. */
export function toReason(text: string): string {
  return showHidden(text.slice(0, longestReason)).replace(/\s+/g, ' ').trim();
}

function forAll(count: number, outcome: AskOutcome): AskOutcome[] {
  return Array.from({ length: count }, () => outcome);
}

/** One outcome per tool, in the request's order. */
export function readMessage(message: unknown, count: number): AskOutcome[] {
  const parsed = Message.safeParse(message);
  if (!parsed.success) return forAll(count, { kind: 'malformed', reason: 'What came back is not a message.' });
  const { stop_reason: stop, stop_details: details, content } = parsed.data;
  if (stop === 'refusal') {
    const category = details?.category;
    const reason = category ? `The model declined (${toReason(category)}).` : 'The model declined.';
    return forAll(count, { kind: 'refused', reason });
  }
  if (stop === 'max_tokens' || stop === 'model_context_window_exceeded') return forAll(count, { kind: 'cut-off' });
  if (stop !== 'end_turn' && stop !== 'stop_sequence') {
    return forAll(count, { kind: 'malformed', reason: `It stopped for another reason: ${toReason(String(stop))}.` });
  }
  // Thinking comes in blocks of its own; the answer is the text.
  const text = content.map((block) => (block.type === 'text' && typeof block.text === 'string' ? block.text : ''));
  return readAnswers(text.join(''), count);
}

function readAnswers(text: string, count: number): AskOutcome[] {
  if (text.length > longestAnswer)
    return forAll(count, { kind: 'malformed', reason: 'The answer is too long to be one.' });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return forAll(count, { kind: 'malformed', reason: 'The answer is not JSON.' });
  }
  const list = z.looseObject({ tools: z.array(z.unknown()) }).safeParse(value);
  if (!list.success) return forAll(count, { kind: 'malformed', reason: 'The answer holds no list of tools.' });
  const byId = Map.groupBy(list.data.tools.slice(0, mostItems), (item) => {
    const named = z.looseObject({ id: z.string() }).safeParse(item);
    return named.success ? named.data.id : undefined;
  });
  return Array.from({ length: count }, (_, index) => readItem(byId.get(toolId(index))));
}

function readItem(items: readonly unknown[] | undefined): AskOutcome {
  if (items === undefined) return { kind: 'missing' };
  // Two answers for one tool: nobody can say which of them a stranger's text has brought about.
  if (items.length > 1) return { kind: 'malformed', reason: 'It was answered more than once.' };
  const parsed = Answer.safeParse(items[0]);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue === undefined ? '' : `: ${issue.path.join('.')} ${issue.message}`;
    return { kind: 'malformed', reason: toReason(`The answer has the wrong shape${where}`) };
  }
  const { confidence } = parsed.data;
  if (confidence < 0 || confidence > 1) return { kind: 'malformed', reason: 'Its confidence is not between 0 and 1.' };
  return { kind: 'answered', answer: parsed.data };
}
