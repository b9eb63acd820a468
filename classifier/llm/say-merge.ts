/** The sentences of a verdict that two readings went into. */
import { categoryTexts } from '../../schema/taxonomy-texts.generated.ts';
import type { Verdict } from '../../schema/verdict.ts';
import type { MergeKind, Reading } from './merge.ts';
import type { VerifiedAnswer } from './verify-answer.ts';

const because: Record<MergeKind, string> = {
  agreed: 'The two differ in details only, and the darker of each counts.',
  raised: 'The language model reads it as more dangerous, and the more dangerous reading counts.',
  lowered: 'The local model was unsure, and the language model’s reading rests on words that are there.',
  kept: 'The language model reads it as milder or cannot tell, which is not enough to change the verdict.',
};

export function describeMerge(kind: MergeKind): string {
  return because[kind];
}

/** The words come from whichever reading the verdict follows; the sentence on the risk comes from the table, as the badge does. */
export function sayRationale({
  local,
  answer,
  final,
  kind,
}: {
  local: Verdict;
  answer: VerifiedAnswer;
  final: Reading;
  kind: MergeKind;
}): string {
  if (kind === 'agreed') return local.rationale;
  const phrase = categoryTexts[answer.category].phrase;
  if (kind === 'kept') return `${local.rationale} ${sayKept(local, answer)}`;
  const followsModel = final.category === answer.category && answer.rationale !== undefined;
  const lead = followsModel ? answer.rationale : `A language model reads it as ${phrase}${sayQuote(answer)}.`;
  const doubt =
    kind === 'raised' ? 'The local model reads it as milder; where the two disagree, the more dangerous counts.' : '';
  return [...new Set([lead, final.why, doubt])].filter((sentence) => sentence !== '').join(' ');
}

function sayKept(local: Verdict, { category }: VerifiedAnswer): string {
  if (category === 'unclassified') return 'A language model cannot tell what it does.';
  if (category === local.category)
    return 'A language model holds it to be less of a risk, which is not enough to change the verdict.';
  return `A language model reads it as ${categoryTexts[category].phrase}, which is not enough to change the verdict.`;
}

function sayQuote({ evidence }: VerifiedAnswer): string {
  const first = evidence[0];
  return first === undefined ? '' : `, because it says “${first.quote.replace(/\s+/g, ' ').slice(0, 60)}”`;
}
