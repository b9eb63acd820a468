/** The search index of a catalogue: one JSON file that the page fetches when somebody starts to type. */
import type { Risk } from '../../../schema/taxonomy.ts';

export interface SearchIndex {
  /** Address, name and first sentence of each server. */
  servers: readonly (readonly [address: string, name: string, sentence: string])[];
  /** Number of its server in the list above, last part of its address, name, title, first sentence and risk of each tool. */
  tools: readonly (readonly [
    server: number,
    segment: string,
    name: string,
    title: string,
    sentence: string,
    risk: Risk,
  ])[];
}

/** Above this many tools the file would weigh more than a person waits for, and servers alone are searched. */
export const maxIndexedTools = 25_000;
