/** `plimsoll index`: servers in, catalogue out. */
import path from 'node:path';
import { openCatalogue } from '../../catalogue/index.ts';
import { classifierOf, runIndex } from '../../indexer/index.ts';
import type { RunEntry } from '../../schema/server-entry.ts';
import { exitCodes } from '../exit-codes.ts';
import { abortOnSignals, type MachineOptions, makeInspectContext } from '../inspect-context.ts';
import { type LlmChoice, llmExitCode, openChosenLlm } from '../llm-classifier.ts';
import { loadOverrides } from '../load-overrides.ts';
import { readEntries } from '../read-entries.ts';
import { renderLlmReport } from '../render/llm.ts';
import { makeProgress } from '../render/progress.ts';
import { renderSummary } from '../render/summary.ts';
import { defaultDatabase, packageRoot, resolvePath, standpoint } from '../standpoint.ts';
import { UsageError } from '../usage-error.ts';

export interface IndexOptions extends MachineOptions, LlmChoice {
  servers?: string[];
  limit: number;
  only?: string[];
  db?: string;
  maxAge?: number;
  concurrency?: number;
  json?: boolean;
}

export async function indexCommand(options: IndexOptions): Promise<number> {
  const signal = abortOnSignals();
  const servers = options.servers ?? [path.join(packageRoot(), 'data/servers/starter')];
  const offline = options.offline ?? false;
  const listed = await readEntries(servers, { limit: options.limit, offline, signal });
  if (signal.aborted) return exitCodes.interrupted;
  const entries = chooseEntries(listed.entries, options.only);
  if (entries.length === 0 && listed.sourceFailed) return exitCodes.inconclusive;
  const overrides = await loadOverrides();
  const llm = await openChosenLlm(options, signal);
  const catalogue = await openCatalogue(options.db === undefined ? defaultDatabase() : resolvePath(options.db));
  const progress = makeProgress(process.stderr);
  try {
    const summary = await runIndex({
      entries,
      base: standpoint(),
      catalogue,
      inspectContext: await makeInspectContext(options, signal),
      maxAgeMs: options.maxAge,
      concurrency: options.concurrency,
      signal,
      overrides,
      classifier: llm === undefined ? undefined : classifierOf(llm),
      onEvent: progress.show,
    });
    progress.end();
    const report = llm?.report();
    process.stdout.write(options.json ? `${JSON.stringify({ ...summary, llm: report })}\n` : renderSummary(summary));
    if (report !== undefined) process.stderr.write(renderLlmReport(report));
    if (summary.interrupted) return exitCodes.interrupted;
    if (listed.sourceFailed) return exitCodes.inconclusive;
    return report === undefined ? exitCodes.done : llmExitCode(report);
  } finally {
    progress.end();
    await catalogue.close();
  }
}

function chooseEntries(entries: readonly RunEntry[], only: readonly string[] | undefined): readonly RunEntry[] {
  if (only === undefined) return entries;
  const unknown = only.filter((id) => !entries.some((entry) => entry.id === id));
  if (unknown.length > 0)
    throw new UsageError(`the list has no entry ${unknown.join(', ')}; ids are the names of its files`);
  return entries.filter((entry) => only.includes(entry.id));
}
