/** Holds the tools of each server against the names of all others in the catalogue. */
import type { Catalogue } from '../catalogue/index.ts';
import { makeNameBook, type NameBook } from '../classifier/findings/look-alike-tools.ts';
import type { Snapshot } from '../schema/snapshot.ts';
import { readTool } from '../schema/tool-definition.ts';
import type { Verdict } from '../schema/verdict.ts';
import type { Classifier } from './judge.ts';

export interface Neighbours {
  /** The verdicts with what the other servers' names bring to light. */
  correct(snapshot: Snapshot, verdicts: readonly Verdict[]): Verdict[];
  /** Reads the names again; answers which servers are to be judged once more. */
  refresh(): Promise<string[]>;
}

export async function openNeighbours(catalogue: Catalogue): Promise<Neighbours> {
  let book = makeNameBook(await catalogue.listToolNames());
  return {
    correct: (snapshot, verdicts) =>
      verdicts.map((verdict, index) => addFinding(verdict, snapshot.tools[index]?.definition, book)),
    async refresh() {
      const before = book.servers();
      book = makeNameBook(await catalogue.listToolNames());
      return [...new Set([...before, ...book.servers()])].sort();
    },
  };
}

function addFinding(verdict: Verdict, definition: unknown, book: NameBook): Verdict {
  const finding = book.find(readTool(definition).name);
  if (finding === undefined) return verdict;
  const needsReview = verdict.needsReview || finding.severity === 'alarm';
  return { ...verdict, needsReview, findings: [...verdict.findings, finding] };
}

export function withNeighbours(classifier: Classifier, neighbours: Neighbours): Classifier {
  return {
    model: classifier.model,
    classify: async (snapshot) => neighbours.correct(snapshot, await classifier.classify(snapshot)),
  };
}
