/** Puts labelled tools to a language model before they are measured. */
import type { DefinitionPart } from '../classifier/evaluation/definition-parts.ts';
import { answerRow, subjectOfRow } from '../classifier/evaluation/judge-rows.ts';
import type { Judged } from '../classifier/evaluation/labelled-row.ts';
import type { LlmReport } from '../classifier/llm/index.ts';
import { nameWithModel } from '../indexer/index.ts';
import type { LabelledTool } from '../schema/labelled-tool.ts';
import { abortOnSignals } from './inspect-context.ts';
import { type LlmChoice, openChosenLlm } from './llm-classifier.ts';
import { renderLlmEstimate } from './render/llm.ts';
import { UsageError } from './usage-error.ts';

export interface AskedRows {
  /** Names the two readers. */
  model: string;
  judge: (row: LabelledTool) => Judged;
  report: LlmReport;
}

/** Undefined where the local classifier alone is measured. @throws UsageError for what a language model is not asked about */
export async function askAboutRows(
  rows: readonly LabelledTool[],
  parts: ReadonlySet<DefinitionPart>,
  choice: LlmChoice & { ablate?: boolean },
): Promise<AskedRows | 'estimated' | undefined> {
  if (choice.classifier === undefined || choice.classifier === 'local') {
    await openChosenLlm(choice, new AbortController().signal);
    return undefined;
  }
  if (choice.ablate)
    throw new UsageError('--ablate asks about every tool several times over, so it goes with --classifier local alone');
  const llm = await openChosenLlm(choice, abortOnSignals());
  if (llm === undefined) return undefined;
  const subjects = rows.map((row) => subjectOfRow(row, parts));
  const estimate = renderLlmEstimate(await llm.estimate(subjects), llm.report());
  (choice.estimate ? process.stdout : process.stderr).write(estimate);
  if (choice.estimate) return 'estimated';
  const { verdicts, report } = await llm.classify(subjects);
  const judged = new Map(
    rows.flatMap((row, index) => {
      const verdict = verdicts[index];
      return verdict === undefined ? [] : [[row, answerRow(row, verdict)] as const];
    }),
  );
  return {
    model: nameWithModel(llm),
    report,
    judge(row) {
      const one = judged.get(row);
      if (one === undefined) throw new Error('a row that was not asked about');
      return one;
    },
  };
}
