/** Holds a model's answer against the definition: what it quotes must be there, and nothing in it may be longer than it needs to be. */
import { resolvePointer } from '../../schema/json-pointer.ts';
import type { Facets, OpenInput } from '../../schema/taxonomy.ts';
import type { Evidence } from '../../schema/verdict.ts';
import type { Subject } from '../subject.ts';
import { isQuoted } from '../verify-evidence.ts';
import type { Answer, AnswerOperation } from './answer.ts';
import { isPresentable, toSentence } from './words.ts';

export interface VerifiedAnswer {
  category: Answer['category'];
  facets: Facets;
  movesMoney: boolean;
  metaTool: boolean;
  operations: AnswerOperation[];
  /** Undefined where the model's words are not fit to be shown. */
  rationale: string | undefined;
  /** Only what was found word for word. */
  evidence: Evidence[];
  /** Quotes that are not where they are said to be. */
  dropped: number;
  confidence: number;
}

const mostQuotes = 8;
const longestQuote = 300;
const shortestQuote = 2;
const longestSays = 60;
const longestPointer = 600;
const mostOpenInputs = 20;
const mostOperations = 200;
const handlerPointer = /^#handler\/(\d{1,3})$/;

function toEvidence({ pointer, quote, says }: Answer['evidence'][number], subject: Subject, from: string): Evidence {
  const line = subject.handler?.[Number(handlerPointer.exec(pointer)?.[1] ?? Number.NaN)];
  const place = line === undefined ? { pointer } : { file: line.file, line: line.line };
  const shown = toSentence(says, longestSays);
  return { ...place, quote, says: isPresentable(shown) ? shown : 'its reading', from };
}

function isThere(evidence: Evidence, { definition, handler = [] }: Subject): boolean {
  const { quote, pointer = '' } = evidence;
  if (quote.trim().length < shortestQuote || quote.length > longestQuote || pointer.length > longestPointer)
    return false;
  return isQuoted(evidence, definition, handler);
}

/** A place that does not exist is put down to the parameters as a whole: what is said to be accepted is not forgotten over it. */
function readOpenInput({ openInput }: Answer, definition: unknown): OpenInput[] {
  return openInput.slice(0, mostOpenInputs).map(({ pointer, accepts }) => {
    const isPlace =
      pointer.length <= longestPointer &&
      pointer.startsWith('/inputSchema/') &&
      resolvePointer(definition, pointer) !== undefined;
    return { pointer: isPlace ? pointer : '/inputSchema', accepts };
  });
}

export function verifyAnswer(answer: Answer, subject: Subject, model: string): VerifiedAnswer {
  const quoted = answer.evidence.slice(0, mostQuotes).map((one) => toEvidence(one, subject, `model:${model}`));
  const evidence = quoted.filter((one) => isThere(one, subject));
  const { outcome, destination, sensitivity, scope, power, untrustedOutput } = answer;
  const rationale = toSentence(answer.rationale, 600);
  return {
    category: answer.category,
    facets: {
      outcome,
      destination,
      sensitivity,
      scope,
      power,
      openInput: readOpenInput(answer, subject.definition),
      untrustedOutput,
    },
    movesMoney: answer.movesMoney,
    metaTool: answer.metaTool,
    operations: answer.operations
      .slice(0, mostOperations)
      .filter(({ parameter }) => parameter.length <= longestPointer),
    rationale: isPresentable(rationale) ? rationale : undefined,
    evidence,
    dropped: answer.evidence.length - evidence.length,
    confidence: answer.confidence,
  };
}
