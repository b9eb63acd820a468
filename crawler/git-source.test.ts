import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Snapshot } from '../schema/snapshot.ts';
import { openWorkshop, type Workshop } from './fetch/git/repository-for-test.ts';
import { inspectGit, lookUpGitRevision } from './git-source.ts';

let workshop: Workshop;
beforeEach(() => {
  workshop = openWorkshop();
});
afterEach(() => workshop.remove());

const serverSource =
  'from fastmcp import FastMCP\nmcp = FastMCP("Harbour", instructions="Ask first.")\n\n@mcp.tool()\ndef moor(ship: str):\n    """Moor a ship."""\n';

async function inspect(location: string, subfolder?: string) {
  const context = { cacheFolder: join(workshop.folder, 'cache'), offline: true, signal: AbortSignal.timeout(60_000) };
  const target = { kind: 'git' as const, location, ref: undefined, subfolder };
  return {
    snapshot: Snapshot.parse(await inspectGit(target, context)),
    revision: await lookUpGitRevision(target, context),
  };
}

describe('a server read from its repository', () => {
  it('is a snapshot with its tools, its name and where it came from', async () => {
    const folder = workshop.commit('a', {
      'server.py': serverSource,
      'pyproject.toml': '[project]\nname = "harbour-mcp"\nversion = "2.0"\ndescription = "Looks after ships."\n',
    });
    workshop.git(folder, ['remote', 'add', 'origin', 'https://github.com/Quay/Harbour.git']);

    const { snapshot, revision } = await inspect(folder);

    expect(snapshot).toMatchObject({
      server: {
        id: 'pkg:github/quay/harbour',
        name: 'Harbour',
        version: '2.0',
        description: 'Looks after ships.',
        repository: 'https://github.com/Quay/Harbour',
      },
      launch: { transport: 'none', args: [], environment: [] },
      coverage: { state: 'source-only', reason: 'git source' },
      instructions: 'Ask first.',
      tools: [
        {
          definition: { name: 'moor', description: 'Moor a ship.' },
          provenance: { from: 'source', file: 'server.py', line: 5 },
        },
      ],
    });
    expect(revision).toEqual({ ok: true, revision: snapshot.revision });
  });

  it('may be one folder of it', async () => {
    const folder = workshop.commit('a', {
      'servers/one/server.py': serverSource,
      'servers/two/server.py': serverSource.replace('moor', 'sail'),
    });

    const { snapshot } = await inspect(folder, './servers/two/');

    expect(snapshot.server.id).toBe('pkg:generic/a#servers/two');
    expect(snapshot.tools.map((tool) => tool.definition)).toMatchObject([{ name: 'sail' }]);
  });

  it('may be a folder without git', async () => {
    const folder = join(workshop.folder, 'plain');
    workshop.write(folder, { 'server.py': serverSource });

    const { snapshot, revision } = await inspect(folder);

    expect(snapshot.coverage).toEqual({ state: 'source-only', reason: 'folder read as it lies, without git' });
    expect(snapshot.revision).toBeUndefined();
    expect(revision).toMatchObject({ ok: false, failure: 'bad-input' });
  });

  it('says why when no tool is found', async () => {
    const folder = workshop.commit('a', {
      'server.py': serverSource
        .replace('@mcp.tool()', 'def register(mcp):\n  @mcp.tool()')
        .replace('\ndef moor', '\n  def moor'),
    });
    const { snapshot } = await inspect(folder);
    expect(snapshot.coverage).toMatchObject({
      state: 'failed',
      failure: 'no-tools-found',
      reason: expect.stringContaining('register (server.py:4) is never called'),
    });
  });

  it('fails where the folder asked for is not there, or nothing can be fetched', async () => {
    const folder = workshop.commit('a', { 'server.py': serverSource });
    expect((await inspect(folder, 'gone')).snapshot.coverage).toMatchObject({ state: 'failed', failure: 'not-found' });
    expect((await inspect('https://github.com/Quay/Harbour')).snapshot).toMatchObject({
      server: { id: 'pkg:github/quay/harbour', name: 'Harbour' },
      coverage: { state: 'failed', failure: 'unreachable' },
    });
  });
});
