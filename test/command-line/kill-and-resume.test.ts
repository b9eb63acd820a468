/** Kills an index run at random points; what comes out in the end must be what an undisturbed run gives. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCatalogue } from '../../catalogue/index.ts';
import { runPlimsoll } from './run-plimsoll.ts';

const repositories = 10;
const kills = 3;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'plimsoll-kill-'));
  const documents: string[] = [];
  for (let number = 1; number <= repositories; number++) {
    await makeRepository(path.join(folder, `repository-${number}`), number);
    documents.push(`id: repository-${number}\ntitle: Repository ${number}\nsource: git:repository-${number}\n`);
  }
  await writeFile(path.join(folder, 'list.yaml'), documents.join('---\n'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function makeRepository(at: string, number: number): Promise<void> {
  await mkdir(at);
  const tools = Array.from({ length: number + 2 }, (_, index) =>
    [
      `@mcp.tool()`,
      `def ${index % 2 ? 'delete' : 'list'}_item_${index}(item_id: str) -> dict:`,
      `    """Works on item ${index} of shelf ${number}."""`,
      `    return {}`,
      '',
    ].join('\n'),
  );
  await writeFile(
    path.join(at, 'server.py'),
    `from fastmcp import FastMCP\n\nmcp = FastMCP("Shelf ${number}")\n\n${tools.join('\n')}`,
  );
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', at, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], { stdio: 'pipe' });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
}

async function exportOf(database: string): Promise<string> {
  const catalogue = await openCatalogue(path.join(folder, database), { readOnly: true });
  const lines = await Array.fromAsync(catalogue.exportCanonical());
  await catalogue.close();
  return lines.join('\n');
}

test('ends with the same catalogue after three kills as without any', async () => {
  const index = (database: string) => ['index', '--servers', 'list.yaml', '--db', database, '--concurrency', '1'];
  const started = performance.now();
  const undisturbed = await runPlimsoll(index('undisturbed.db'), { cwd: folder });
  const wholeRunMs = performance.now() - started;

  for (let kill = 1; kill <= kills; kill++) {
    await runPlimsoll(index('disturbed.db'), {
      cwd: folder,
      onStart: (child) => void sleep(Math.random() * wholeRunMs).then(() => child.kill('SIGKILL')),
    });
  }
  const last = await runPlimsoll(index('disturbed.db'), { cwd: folder });

  expect(undisturbed.code).toBe(0);
  expect(last.code).toBe(0);
  expect(await exportOf('disturbed.db')).toBe(await exportOf('undisturbed.db'));
});

test('stops at an interrupt, keeps what was finished and exits with 130', async () => {
  const run = await runPlimsoll(['index', '--servers', 'list.yaml', '--db', 'interrupted.db', '--concurrency', '1'], {
    cwd: folder,
    onStart: (child) => {
      child.stderr?.on('data', (chunk) => String(chunk).includes('3/10') && child.kill('SIGINT'));
    },
  });

  const catalogue = await openCatalogue(path.join(folder, 'interrupted.db'), { readOnly: true });
  const { servers } = await catalogue.summary();
  await catalogue.close();
  expect(run.code).toBe(130);
  expect(servers).toBeGreaterThanOrEqual(3);
  expect(servers).toBeLessThan(repositories);
});
