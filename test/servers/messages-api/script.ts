import type { Ask } from './read-ask.ts';
import type { Reply } from './replies.ts';

/** How the local API behaves. */
export interface Script {
  /** What a request for a message is answered with, also within a batch. */
  answer(ask: Ask): Reply;
  /** Sent with every answer: rate limits, say. */
  headers?: (number: number) => Record<string, string>;
  /** How often a batch must be looked at before it has ended. */
  looksToEnd?: number;
  /** Changes the lines of a batch's results. */
  spoilResults?: (lines: string[]) => string[];
  /** Called for each request before anything else; a reply is sent in place of the usual one. */
  intercept?: (method: string, path: string, count: number) => Reply | 'after' | undefined;
  /** Keys that are let in; any where left out. */
  key?: string;
}
