import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openCatalogue } from '../catalogue/index.ts';
import type { RunEntry } from '../schema/server-entry.ts';
import { runIndex } from './run-index.ts';

test('what sources know of two entries shows them as related, also when a later run does not ask the sources', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-identities-'));
  const catalogue = await openCatalogue(path.join(folder, 'catalogue.db'));
  const list = async (id: string, identities?: RunEntry['identities']): Promise<RunEntry> => {
    await writeFile(path.join(folder, `${id}.json`), JSON.stringify({ tools: [{ name: `list_${id}` }] }));
    return { id, title: id, source: `tools:${id}.json`, identities };
  };
  const offer = { kind: 'offer', value: 'pkg:pypi/port', saidBy: 'mcp-registry' } as const;
  const { signal } = new AbortController();
  const sandbox = { found: false, reason: 'none is wanted here', install: 'nothing' } as const;
  const inspectContext = { cacheFolder: path.join(folder, 'cache'), sandbox, offline: false, signal };
  const index = (entries: RunEntry[]) => runIndex({ entries, base: folder, catalogue, inspectContext, signal });
  try {
    await index([await list('port', [offer]), await list('quay', [offer]), await list('bay')]);
    await index([await list('port'), await list('quay'), await list('bay')]);

    const { sameOffer } = await catalogue.relatedServers('tools:port.json');
    expect(sameOffer.map(({ id }) => id)).toEqual(['tools:quay.json']);
  } finally {
    await catalogue.close();
    await rm(folder, { recursive: true });
  }
});
