/** The corrections of one run: laid upon verdicts as they are made, with an account of what became of each. */
import { applyOverride, type OverrideOutcome } from '../../classifier/overrides/apply-override.ts';
import type { Snapshot } from '../../schema/snapshot.ts';
import type { Verdict } from '../../schema/verdict.ts';
import type { Classifier } from '../judge.ts';
import type { PlacedOverride } from './read-overrides.ts';

/** `gone`: the server was read, and has no such tool. */
export type OverrideState = OverrideOutcome['state'] | 'gone';

export interface OverrideNote {
  file: string;
  state: OverrideState;
  /** Undefined for one that was applied. */
  why: string | undefined;
}

export interface OverrideBook {
  /** The verdicts with the server's corrections upon them, in the same order. */
  correct(snapshot: Snapshot, verdicts: readonly Verdict[]): Verdict[];
  /** What became of those whose server was judged, in the order of their files. */
  notes(): OverrideNote[];
}

export function makeOverrideBook(overrides: readonly PlacedOverride[]): OverrideBook {
  const byServer = Map.groupBy(overrides, ({ override }) => override.server);
  const notes = new Map<string, OverrideNote>();
  return {
    correct(snapshot, verdicts) {
      const corrected = [...verdicts];
      for (const { file, override } of byServer.get(snapshot.server.id) ?? []) {
        const index = verdicts.findIndex(({ id }) => id === override.tool);
        const verdict = verdicts[index];
        const tool = snapshot.tools[index];
        if (verdict === undefined || tool === undefined) {
          // A server that could not be read has no tools to miss.
          if (snapshot.tools.length > 0)
            notes.set(file, { file, state: 'gone', why: `the server has no tool ${override.tool} any more` });
          continue;
        }
        const { definition, handler } = tool;
        const outcome = applyOverride(verdict, override, { definition, ...(handler ? { handler } : {}) });
        if (outcome.state === 'applied') corrected[index] = outcome.verdict;
        notes.set(file, { file, state: outcome.state, why: outcome.state === 'applied' ? undefined : outcome.why });
      }
      return corrected;
    },
    notes: () => [...notes.values()].sort((a, b) => (a.file < b.file ? -1 : 1)),
  };
}

/** The classifier with a person's corrections upon its verdicts. */
export function withOverrides(classifier: Classifier, book: OverrideBook): Classifier {
  return {
    model: classifier.model,
    classify: async (snapshot) => book.correct(snapshot, await classifier.classify(snapshot)),
  };
}
