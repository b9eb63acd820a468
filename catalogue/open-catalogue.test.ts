import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CatalogueError, explainSqliteError } from './catalogue-error.ts';
import { makeLook } from './look-for-test.ts';
import { openCatalogue } from './open-catalogue.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-open-'));
});
afterAll(() => rm(folder, { recursive: true }));

const at = (name: string) => path.join(folder, name);

async function faultOf(work: Promise<unknown>): Promise<CatalogueError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(CatalogueError);
  if (!(error instanceof CatalogueError)) throw error;
  expect(error.message).not.toContain('\n');
  return error;
}

test('makes a missing store with its folder, and finds it again as it was', async () => {
  const first = await openCatalogue(at('new/deep/catalogue.db'));
  await first.storeLook(makeLook({ tools: ['dock'] }));
  await first.close();

  const again = await openCatalogue(at('new/deep/catalogue.db'));

  expect(await again.summary()).toMatchObject({ servers: 1, tools: 1 });
  await again.close();
});

test('two programs may open and fill a new store at once', async () => {
  const modules = ['open-catalogue.ts', 'look-for-test.ts'].map((name) => path.join(import.meta.dirname, name));
  const fill = (name: string) => `
    const [{ openCatalogue }, { makeLook }] = await Promise.all(${JSON.stringify(modules)}.map((module) => import(module)));
    const catalogue = await openCatalogue(${JSON.stringify(at('both.db'))});
    for (let n = 0; n < 20; n++) await catalogue.storeLook(makeLook({ id: 'pkg:npm/${name}-' + n, entryId: '${name}-' + n, tools: ['dock'] }));
    await catalogue.close();`;

  const codes = await Promise.all(['one', 'two'].map((name) => runScript(fill(name))));

  expect(codes).toEqual([0, 0]);
  const catalogue = await openCatalogue(at('both.db'));
  expect(await catalogue.summary()).toMatchObject({ servers: 40, tools: 40 });
  await catalogue.close();
});

function runScript(script: string): Promise<number | null> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve) => child.once('exit', resolve));
}

test('a reader sees what a writer has finished, and cannot write', async () => {
  const writer = await openCatalogue(at('shared.db'));
  const reader = await openCatalogue(at('shared.db'), { readOnly: true });

  await writer.storeLook(makeLook({ tools: ['dock'] }));

  expect(await reader.summary()).toMatchObject({ tools: 1 });
  expect(await faultOf(reader.storeLook(makeLook()))).toMatchObject({ fault: 'no-rights' });
  await reader.close();
  await writer.close();
});

test('reading a store that is not there is an error that says what to do', async () => {
  const error = await faultOf(openCatalogue(at('none.db'), { readOnly: true }));

  expect(error).toMatchObject({ fault: 'missing', message: expect.stringContaining('plimsoll index') });
});

test('a file that is no database is left alone', async () => {
  await writeFile(at('notes.txt'), 'just some notes, and long enough to be taken for a header\n'.repeat(50));

  expect(await faultOf(openCatalogue(at('notes.txt')))).toMatchObject({ fault: 'not-a-catalogue' });
});

test('the database of another program is left alone', async () => {
  const other = new DatabaseSync(at('other.db'));
  other.exec('create table bookmarks (url text)');
  other.close();

  expect(await faultOf(openCatalogue(at('other.db')))).toMatchObject({ fault: 'not-a-catalogue' });
});

test('a folder is not a store', async () => {
  await mkdir(at('folder.db'));

  expect(await faultOf(openCatalogue(at('folder.db')))).toMatchObject({ fault: 'not-a-catalogue' });
});

test('a store below a file cannot be made', async () => {
  await writeFile(at('file'), '');

  expect(await faultOf(openCatalogue(at('file/catalogue.db')))).toMatchObject({ fault: 'no-rights' });
});

test('a store written by newer code is refused and left as it is', async () => {
  const catalogue = await openCatalogue(at('newer.db'));
  await catalogue.close();
  const later = new DatabaseSync(at('newer.db'));
  later.exec("insert into kysely_migration values ('999-later', '2030-01-01T00:00:00.000Z')");
  later.close();

  expect(await faultOf(openCatalogue(at('newer.db')))).toMatchObject({ fault: 'newer' });
  expect(await faultOf(openCatalogue(at('newer.db'), { readOnly: true }))).toMatchObject({ fault: 'newer' });
});

test('an empty store is brought to form by a writer and refused by a reader', async () => {
  await writeFile(at('empty.db'), '');

  expect(await faultOf(openCatalogue(at('empty.db'), { readOnly: true }))).toMatchObject({ fault: 'older' });

  const catalogue = await openCatalogue(at('empty.db'));
  expect(await catalogue.summary()).toMatchObject({ servers: 0 });
  await catalogue.close();
});

test('one index run at a time holds a store, and a process that was killed holds nothing', async () => {
  const catalogue = await openCatalogue(at('run.db'));
  const lock = catalogue.lockForRun();
  expect(() => catalogue.lockForRun()).toThrow('another index run');
  lock.release();
  const module = path.join(import.meta.dirname, 'sqlite/run-lock.ts');
  const script = `const { lockForRun } = await import(${JSON.stringify(module)}); lockForRun(${JSON.stringify(at('run.db'))}); process.kill(process.pid, 'SIGKILL');`;

  const killed = spawnSync(process.execPath, ['--input-type=module', '-e', script]);

  expect(killed.signal).toBe('SIGKILL');
  catalogue.lockForRun().release();
  await catalogue.close();
});

test.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
  'as root, an ordinary user is told of missing rights',
  async () => {
    const closed = at('closed');
    await mkdir(closed);
    await chmod(folder, 0o755);
    await chmod(closed, 0o555);
    const module = path.join(import.meta.dirname, 'sqlite/open-database.ts');
    const script = `const { openDatabase } = await import(${JSON.stringify(module)});
    process.setgid(65534);
    process.setuid(65534);
    try { openDatabase(${JSON.stringify(path.join(closed, 'catalogue.db'))}, false); } catch (error) { console.log(error.fault); }`;

    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });

    expect(run.stdout.trim()).toBe('no-rights');
  },
);

test.each([
  [13, 'disk-full'],
  [778, 'disk-full'],
  [5, 'locked'],
  [261, 'locked'],
  [11, 'damaged'],
  [1544, 'no-rights'],
])('the database’s error %i is explained as %s', (errcode, fault) => {
  const error = Object.assign(new Error('some words of the database'), { errcode });

  expect(explainSqliteError(error, 'catalogue.db')).toMatchObject({ fault, cause: error });
});

test('an error that is nobody’s expectation stays what it is', () => {
  const bug = new TypeError('undefined is not a function');

  expect(explainSqliteError(bug, 'catalogue.db')).toBe(bug);
});
