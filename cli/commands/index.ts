/** `plimsoll index`: servers in, catalogue out. */
import path from 'node:path';
import { openCatalogue } from '../../catalogue/index.ts';
import { readServerList, runIndex } from '../../indexer/index.ts';
import { exitCodes } from '../exit-codes.ts';
import { abortOnSignals, type MachineOptions, makeInspectContext } from '../inspect-context.ts';
import { loadOverrides } from '../load-overrides.ts';
import { makeProgress } from '../render/progress.ts';
import { renderSummary } from '../render/summary.ts';
import { oneLine } from '../render/terminal-text.ts';
import { defaultDatabase, packageRoot, resolvePath, standpoint } from '../standpoint.ts';
import { UsageError } from '../usage-error.ts';

export interface IndexOptions extends MachineOptions {
  servers?: string;
  only?: string[];
  db?: string;
  maxAge?: number;
  concurrency?: number;
  json?: boolean;
}

export async function indexCommand(options: IndexOptions): Promise<number> {
  const entries = await readEntries(options);
  const overrides = await loadOverrides();
  const signal = abortOnSignals();
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
      onEvent: progress.show,
    });
    progress.end();
    process.stdout.write(options.json ? `${JSON.stringify(summary)}\n` : renderSummary(summary));
    return summary.interrupted ? exitCodes.interrupted : exitCodes.done;
  } finally {
    progress.end();
    await catalogue.close();
  }
}

async function readEntries(options: IndexOptions) {
  const source =
    options.servers === undefined ? path.join(packageRoot(), 'data/servers/starter') : resolvePath(options.servers);
  const list = await readServerList(source);
  if (!list.ok) {
    for (const error of list.errors) process.stderr.write(`plimsoll: ${oneLine(error)}\n`);
    throw new UsageError(`the list of servers cannot be used; nothing was indexed`);
  }
  const { only } = options;
  if (only === undefined) return list.entries;
  const unknown = only.filter((id) => !list.entries.some((entry) => entry.id === id));
  if (unknown.length > 0)
    throw new UsageError(`the list has no entry ${unknown.join(', ')}; ids are the names of its files`);
  return list.entries.filter((entry) => only.includes(entry.id));
}
