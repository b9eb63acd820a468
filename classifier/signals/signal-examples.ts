/** The examples of a signal: its tests, and what its page shows. The definitions are ours, no server's. */
import type { HandlerEvidence } from '../../schema/snapshot.ts';

export interface SignalExample {
  /** What the example shows, as the end of "it is … for". */
  shows: string;
  tool: { name: string; title?: string; description?: string; inputSchema?: object; annotations?: object };
  handler?: HandlerEvidence[];
}

export interface PresentExample extends SignalExample {
  /** The words that must be quoted. */
  quote: string;
}

/**
 * At least three of `present`, at least three of `absent`; in `absent` at least one `nearMiss`, a definition that holds the word
 * and not the fact. One example at least, in either list, is `adversarial`: written to deceive.
 */
export interface SignalExamples {
  present: (PresentExample & { adversarial?: true })[];
  absent: (SignalExample & { nearMiss?: true; adversarial?: true })[];
  unknown?: SignalExample[];
}
