/**
 * A source: a place where servers are listed. It yields what it finds as it goes; where it fails it says how and stops, and what
 * was known from it before stays known. Everything from outside comes through `ctx`.
 */
import { z } from 'zod';
import type { FoundServer } from './found-server.ts';
import type { SourceFailure } from './http/answer.ts';
import type { HttpClient } from './http/client.ts';

/** Where the next reading of a source goes on. Made and read by the source alone. */
export const SourcePosition = z.strictObject({
  /** The rest of a walk that was not finished. */
  cursor: z.string().optional(),
  /** ISO 8601: a finished walk began then; what changed later is still to come. */
  since: z.string().optional(),
  /** ISO 8601: when the walk that `cursor` belongs to began. */
  walkBegan: z.string().optional(),
});
export type SourcePosition = z.infer<typeof SourcePosition>;

export type SourceEvent =
  | { about: 'server'; outcome: 'found'; server: FoundServer }
  /** The source says that it is no more. */
  | { about: 'server'; outcome: 'gone'; listedAs: string; reason: string }
  /** One record that cannot be read, or offers nothing to look at; the others are none the worse. */
  | { about: 'record'; outcome: 'malformed'; listedAs: string; reason: string }
  /** Everything up to here is told; a later reading may begin at `position`. */
  | { about: 'position'; outcome: 'found'; position: SourcePosition }
  /** The last event, where there is one: the source could not be read further. */
  | { about: 'source'; outcome: SourceFailure; reason: string; retryAfterMs?: number };

export interface SourceContext {
  http: HttpClient;
  now: () => Date;
  signal: AbortSignal;
  /** Relative paths start here. */
  base: string;
  /** The person's own folder, where clients keep their configuration. */
  home: string;
  /** Undefined: from the beginning. */
  position: SourcePosition | undefined;
}

export interface Source {
  /** Kebab-case; the name of its folder. */
  id: string;
  title: string;
  homepage: string;
  /** What the servers it lists are known by. */
  identifies: string;
  /** Whether a person wrote or configured what it lists, so that addresses in it may be private. */
  typed: boolean;
  /** `argument`: what a person gave, such as another address; undefined for the usual one. Rejects only where the run is stopped. */
  list(argument: string | undefined, ctx: SourceContext): AsyncIterable<SourceEvent>;
}

export function defineSource(source: Source): Source {
  return source;
}
