/** What one request to a source came to. Every kind can be stored; none of them is "there is nothing". */

export type SourceFailure = 'gone' | 'forbidden' | 'rate-limited' | 'unreachable' | 'malformed';

export interface FailedAnswer {
  outcome: SourceFailure;
  /** One line for a person, without the host's name. */
  reason: string;
  /** Milliseconds after which the source wants to be asked again, where it says so. */
  retryAfterMs?: number;
}

export interface FoundAnswer {
  outcome: 'found';
  /** The text, or the text kept from before where the source says that it has not changed. */
  body: string;
  unchanged: boolean;
  /** Where the redirects led. */
  url: string;
}

export type Answer = FoundAnswer | FailedAnswer;

export function fail(outcome: SourceFailure, reason: string, retryAfterMs?: number): FailedAnswer {
  return { outcome, reason, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
