/** `plimsoll index --servers SOURCE`, as a person types it: what a source lists is indexed, and an outage takes nothing away. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findPython } from '../../crawler/fetch/pypi/find-python.ts';
import { serveForTest, type TestSource } from '../../crawler/sources/http/serve-for-test.ts';
import { makeWheel, pythonServer, startPythonIndex } from '../registry/python-index.ts';
import { runPlimsoll } from './run-plimsoll.ts';

let folder: string;
let registry: TestSource | undefined;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'plimsoll-sources-'));
});
afterEach(async () => {
  await registry?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Summary {
  total: number;
  results: { entryId: string; outcome: string; reason?: string }[];
}

async function index(...args: string[]) {
  const run = await runPlimsoll(['index', '--json', ...args], { cwd: folder, env: { HOME: folder } });
  // What the command prints is its own summary.
  return { ...run, summary: run.stdout === '' ? undefined : (JSON.parse(run.stdout) as Summary) };
}

function record(name: string, parts: object): object {
  return { server: { name: `io.example/${name}`, description: 'Invented.', version: '1.0.0', ...parts } };
}

test('indexes what a registry lists, without reaching a private address it names, and keeps it through an outage', async () => {
  let isUp = true;
  const hidden = await serveForTest((_request, response) => response.end());
  const servers = [
    record('inside', { remotes: [{ type: 'streamable-http', url: `${hidden.address}/mcp` }] }),
    record('sharp', { packages: [{ registryType: 'nuget', identifier: 'harbour' }] }),
    record('more', { packages: [{ registryType: 'oci', identifier: 'acme/harbour:1' }] }),
  ];
  registry = await serveForTest((_request, response) => {
    if (isUp) response.end(JSON.stringify({ servers, metadata: {} }));
    else response.writeHead(503).end();
  });

  const first = await index('--servers', `registry:${registry.address}`, '--limit', '2');
  isUp = false;
  const second = await index('--servers', `registry:${registry.address}`, '--limit', '2');
  await hidden.close();

  expect(first.stderr).toContain('3 servers are listed; 2 are taken (--limit 2)');
  expect(first.summary?.results.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ['failed', expect.stringContaining('could not be reached')],
    ['failed', expect.stringContaining('nuget')],
  ]);
  expect(hidden.asked).toEqual([]);
  expect(first.code).toBe(0);
  expect(second.stderr).toContain('MCP registry: unreachable');
  expect(second.summary?.total).toBe(2);
  expect(second.code).toBe(3);
});

const python = await findPython();
if (!python.ok) process.stderr.write(`\n*** PYTHON TEST SKIPPED; to run it: ${python.install} ***\n\n`);

test.skipIf(!python.ok)(
  'Python packages of a registry are started, and cost one request where nothing has changed',
  async () => {
    const packages = await startPythonIndex();
    const commands = 'harbour-mcp = harbour_mcp:main';
    packages.hold({
      'harbour-mcp': [
        makeWheel('harbour_mcp', '1.0', { 'harbour_mcp.py': pythonServer }, { metadata: 'Keywords: mcp\n', commands }),
      ],
    });
    const listed = { packages: [{ registryType: 'pypi', identifier: 'Harbour_MCP', version: '1.0' }] };
    registry = await serveForTest((_request, response) =>
      response.end(JSON.stringify({ servers: [record('python', listed)], metadata: {} })),
    );
    const settings = { PIP_INDEX_URL: packages.simple, PIP_CONFIG_FILE: '/dev/null', UV_INDEX: packages.simple };
    const from = `registry:${registry.address}`;
    const run = async () => {
      const options = { cwd: folder, env: { HOME: folder, ...settings } };
      return JSON.parse((await runPlimsoll(['index', '--json', '--no-sandbox', '--servers', from], options)).stdout);
    };

    const first = await run();
    const before = packages.asked.length;
    const second = await run();
    await packages.close();

    expect(first.results).toMatchObject([{ entryId: 'harbour-mcp', outcome: 'indexed', tools: 1 }]);
    expect(second.results).toMatchObject([{ entryId: 'harbour-mcp', outcome: 'unchanged', tools: 1 }]);
    expect(packages.asked.slice(before)).toEqual(['/simple/harbour-mcp/']);
  },
);

test('a configuration is indexed beside a list of one’s own, and a program of this machine is left out with a reason', async () => {
  await writeFile(path.join(folder, 'tools.json'), '{"tools":[{"name":"moor","inputSchema":{"type":"object"}}]}');
  await writeFile(path.join(folder, 'list.txt'), 'tools:tools.json\n');
  await writeFile(
    path.join(folder, '.mcp.json'),
    '{"mcpServers":{"own":{"command":"python","args":["s.py"],"env":{"K":"hidden"}},"bad":7}}',
  );

  const run = await index('--servers', 'list.txt', '--servers', 'config:.mcp.json');

  expect(run.summary?.results.map(({ outcome }) => outcome)).toEqual(['indexed']);
  expect(run.stderr).toMatch(/own is left out: a program of this machine/);
  expect(run.stderr).toMatch(/bad is passed over/);
  expect(run.stderr + run.stdout).not.toContain('hidden');
  expect(run.code).toBe(0);
});

test.each([
  [['--servers', 'list'], 2, /list needs what to read/],
  [['--servers', 'registry:ftp://x'], 2, /http or https/],
  [['--servers', 'registry', '--limit', '0'], 2, /whole number/],
  [['--servers', 'config:nowhere.json'], 3, /no such file/],
])('%j ends with %i and a line that says why', async (args, code, says) => {
  const run = await index(...args);

  expect(run.code).toBe(code);
  expect(run.stderr).toMatch(says);
  expect(run.stderr).not.toMatch(/\n\s+at /);
});
