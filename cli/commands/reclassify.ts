/** `plimsoll reclassify`: judges what the catalogue holds anew, without looking at a server. */
import { stat } from 'node:fs/promises';
import { type Catalogue, openCatalogue } from '../../catalogue/index.ts';
import { subjectsOf } from '../../classifier/index.ts';
import type { LlmClassifier, LlmEstimate } from '../../classifier/llm/index.ts';
import { readStored, reclassify, storedJudgeOf } from '../../indexer/index.ts';
import { exitCodes } from '../exit-codes.ts';
import { abortOnSignals } from '../inspect-context.ts';
import { type LlmChoice, llmExitCode, openChosenLlm } from '../llm-classifier.ts';
import { loadOverrides } from '../load-overrides.ts';
import { renderLlmEstimate, renderLlmReport } from '../render/llm.ts';
import { renderReclassified } from '../render/reclassified.ts';
import { defaultDatabase, resolvePath } from '../standpoint.ts';
import { UsageError } from '../usage-error.ts';

export interface ReclassifyOptions extends LlmChoice {
  db?: string;
  only?: string[];
  json?: boolean;
}

/** 3 where some servers could not be judged and stay as they were. */
export async function reclassifyCommand(options: ReclassifyOptions): Promise<number> {
  const signal = abortOnSignals();
  const overrides = await loadOverrides();
  const llm = await openChosenLlm(options, signal);
  const catalogue = await openStored(options);
  try {
    if (llm !== undefined) {
      const estimate = await estimateStored(catalogue, llm, options.only);
      if (options.estimate && options.json) process.stdout.write(`${JSON.stringify(estimate)}\n`);
      else (options.estimate ? process.stdout : process.stderr).write(renderLlmEstimate(estimate, llm.report()));
      if (options.estimate) return exitCodes.done;
    }
    const judge = llm === undefined ? undefined : storedJudgeOf(llm);
    const summary = await reclassify({ catalogue, judge, overrides, only: options.only, signal });
    const report = llm?.report();
    process.stdout.write(
      options.json ? `${JSON.stringify({ ...summary, llm: report })}\n` : renderReclassified(summary),
    );
    if (report !== undefined) process.stderr.write(renderLlmReport(report, 'What it did not answer stays as it was.'));
    if (summary.interrupted) return exitCodes.interrupted;
    if (summary.servers.left > 0) return exitCodes.inconclusive;
    return report === undefined ? exitCodes.done : llmExitCode(report);
  } finally {
    await catalogue.close();
  }
}

async function openStored({ db, only, estimate }: ReclassifyOptions): Promise<Catalogue> {
  const location = db === undefined ? defaultDatabase() : resolvePath(db);
  const found = await stat(location).catch(() => undefined);
  if (found === undefined)
    throw new UsageError('there is no catalogue yet; make one with plimsoll index, or name it with --db');
  const catalogue = await openCatalogue(location, { readOnly: estimate === true });
  const known = new Set((await catalogue.listServers()).flatMap(({ id, entryId }) => [id, entryId]));
  const unknown = (only ?? []).filter((id) => !known.has(id));
  if (unknown.length === 0) return catalogue;
  await catalogue.close();
  throw new UsageError(
    `the catalogue has no server ${unknown.join(', ')}; give the id of a server, or of its entry in the list`,
  );
}

async function estimateStored(
  catalogue: Catalogue,
  llm: LlmClassifier,
  only: readonly string[] | undefined,
): Promise<LlmEstimate> {
  const sum: LlmEstimate = { subjects: 0, chosen: 0, cached: 0, requests: 0, cost: 0 };
  for await (const snapshots of readStored(catalogue, { only })) {
    const part = await llm.estimate(snapshots.flatMap(subjectsOf));
    for (const count of ['subjects', 'chosen', 'cached', 'requests'] as const) sum[count] += part[count];
    sum.cost = sum.cost === undefined || part.cost === undefined ? undefined : sum.cost + part.cost;
  }
  return sum;
}
