/**
 * What a second look costs against `npm install` of the same servers: `node bench/second-crawl.ts FOLDER [--only TEXT]`. The folder holds
 * recorded npm servers, as bench/npm-servers.ts reads it. Server by server, both with everything fetched before: one look, and one
 * installation into an empty folder without scripts.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { inspect } from '../crawler/inspect.ts';
import { findSandbox } from '../crawler/sandbox/find.ts';

const Recorded = z.looseObject({ package: z.string(), version: z.string() });
type Recorded = z.infer<typeof Recorded>;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    cache: { type: 'string', default: path.join(import.meta.dirname, '..', '.plimsoll', 'cache') },
  },
});
const folder = path.resolve(positionals[0] ?? '.');
const context = {
  cacheFolder: path.resolve(values.cache),
  sandbox: await findSandbox(),
  offline: true,
  signal: new AbortController().signal,
};

let looks = 0;
let installs = 0;
for (const name of (await readdir(folder)).filter((each) => each.endsWith('.json')).sort()) {
  const recorded = Recorded.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8')));
  if (recorded.package.includes(values.only)) await compare(recorded);
}
print(`together: looks ${seconds(looks)}, npm install ${seconds(installs)}, ${(looks / installs).toFixed(2)} times`);

async function compare(recorded: Recorded): Promise<void> {
  const spec = `${recorded.package}@${recorded.version}`;
  const target = { kind: 'npm' as const, name: recorded.package, version: recorded.version };
  const begun = performance.now();
  const snapshot = await inspect(target, context);
  const look = performance.now() - begun;
  // The first one fills npm's own cache.
  const install = (await timeInstall(spec)) === undefined ? undefined : await timeInstall(spec);
  if (install === undefined || snapshot.coverage.state === 'failed') {
    print(`${spec}: left out, ${install === undefined ? 'npm does not install it' : snapshot.coverage.reason}`);
    return;
  }
  looks += look;
  installs += install;
  print(`${seconds(look)} ${seconds(install)}  ${spec}`);
}

/** Undefined where npm fails. */
async function timeInstall(spec: string): Promise<number | undefined> {
  const place = await mkdtemp(path.join(tmpdir(), 'plimsoll-install-'));
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--prefer-offline', '--loglevel=error'];
  const begun = performance.now();
  const npm = spawn('npm', ['install', ...options, '--prefix', place, spec], { stdio: 'ignore' });
  const [code] = await once(npm, 'exit');
  const time = performance.now() - begun;
  await rm(place, { recursive: true, force: true });
  return code === 0 ? time : undefined;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1).padStart(6)} s`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
