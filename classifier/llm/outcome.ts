/** What can come of asking a language model about one tool. Every one of these is expected; none of them makes a tool look milder. */
import type { Answer } from './answer.ts';

export type AskOutcome =
  | { kind: 'answered'; answer: Answer }
  /** The model would not answer (`stop_reason: refusal`). */
  | { kind: 'refused'; reason: string }
  /** The answer ran into the bound on its length. */
  | { kind: 'cut-off' }
  /** What came back is not the JSON that was asked for. */
  | { kind: 'malformed'; reason: string }
  /** The answer leaves this tool out. */
  | { kind: 'missing' }
  /** The request failed for good. `status` is undefined where there was no connection. */
  | { kind: 'failed'; status: number | undefined; reason: string }
  /** The batch ran out of time, or somebody cancelled it, before this request had its turn. */
  | { kind: 'expired' }
  | { kind: 'cancelled' }
  /** A batch is on its way; a later run in the same cache folder collects it. */
  | { kind: 'pending'; batch: string }
  | { kind: 'not-asked'; because: StopReason };

export type OutcomeKind = AskOutcome['kind'];

/** Why asking ended before everything was asked. */
export type StopReason =
  /** The next request could have gone over `maxCost`. */
  | 'cost-limit'
  /** There is a `maxCost`, and no price is known for the model. */
  | 'no-price'
  | 'no-key'
  /** The key was refused, or may not use the model. */
  | 'key-refused'
  /** Nothing was to be sent. */
  | 'cached-only'
  /** Too many requests in a row failed for good. */
  | 'failing'
  | 'aborted';
