import type { HandlerEvidence } from '../schema/snapshot.ts';

/** What the classifier is given of one tool. Everything but the definition is context that may be missing. */
export interface Subject {
  /** The tool's id within its list; becomes the verdict's. */
  id: string;
  definition: unknown;
  server?: { id: string; name: string; description?: string; instructions?: string };
  /** Names of the server's tools, this one's included. */
  siblings?: readonly string[];
  handler?: readonly HandlerEvidence[];
}
