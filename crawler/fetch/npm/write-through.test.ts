import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findTestedProviders, runNode } from '../../sandbox/launch-for-test.ts';
import { linkPackage } from './link-package.ts';
import { findEntry, findStore, makeEntry, readEntry } from './store.ts';

const providers = await findTestedProviders();
const text = 'what every server shares';
let base: string;

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'plimsoll-write-through-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

/** Every way to change a file that a program may think of, by the file's own name and by a link of its own. */
const attack = `
  const fs = require('fs'), file = '/opt/server/node_modules/shared/index.js', own = process.env.HOME + '/own';
  const ways = {
    write: () => fs.writeFileSync(file, 'mine'),
    append: () => fs.appendFileSync(file, 'mine'),
    truncate: () => fs.truncateSync(file, 0),
    chmod: () => { fs.chmodSync(file, 0o777); fs.writeFileSync(file, 'mine'); },
    chown: () => fs.chownSync(file, process.getuid(), process.getgid()),
    times: () => fs.utimesSync(file, 1, 1),
    remove: () => fs.unlinkSync(file),
    replace: () => { fs.writeFileSync(own, 'mine'); fs.renameSync(own, file); },
    link: () => { fs.linkSync(file, own); fs.writeFileSync(own, 'mine'); },
    through: () => { fs.symlinkSync(file, own + '2'); fs.writeFileSync(own + '2', 'mine'); },
    beside: () => fs.writeFileSync('/opt/server/node_modules/shared/new.js', 'mine'),
    reopen: () => { const open = fs.openSync(file, 'r'); fs.writeFileSync('/proc/self/fd/' + open, 'mine'); },
    mount: () => require('child_process').execFileSync('mount', ['-o', 'remount,rw', '/opt/server'], { stdio: 'ignore' }),
  };
  const done = [];
  for (const [name, way] of Object.entries(ways)) { try { way(); done.push(name); } catch {} }
  process.stdout.write(JSON.stringify({ read: fs.readFileSync(file, 'utf8'), done }));`;

describe.each(providers)('a server inside $id', ({ box, missing }) => {
  test.skipIf(missing)('cannot write through its files into those of others', async () => {
    const entry = findEntry(findStore(base), 'sha512-shared');
    mkdirSync(path.join(base, 'drafts'));
    const stored = await makeEntry(entry, path.join(base, 'drafts'), async (folder) => {
      writeFileSync(path.join(folder, 'index.js'), text, { mode: 0o444 });
      return [['index.js', text.length]];
    });
    for (const server of ['one', 'other']) linkPackage(stored, path.join(base, server, 'node_modules/shared'));
    const kept = path.join(base, 'other/node_modules/shared/index.js');
    const before = statSync(kept);

    const { stdout, stderr } = await runNode(box, attack, {
      mounts: [{ from: path.join(base, 'one'), to: '/opt/server' }],
    });

    expect(JSON.parse(stdout || stderr)).toEqual({ read: text, done: [] });
    expect(readFileSync(kept, 'utf8')).toBe(text);
    const { mode, nlink, uid, mtimeMs } = statSync(kept);
    expect({ mode, nlink, uid, mtimeMs }).toEqual({
      mode: before.mode,
      nlink: 3,
      uid: before.uid,
      mtimeMs: before.mtimeMs,
    });
    expect(readEntry(entry)).toBeDefined();
  });
});
