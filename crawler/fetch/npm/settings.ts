/**
 * How this person's npm reaches its registry: address, credentials, proxy, certificates, from npmrc files and npm_config_…
 * variables, read by npm's own module. No registry is named here.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import Config from '@npmcli/config';
import parts from '@npmcli/config/lib/definitions/index.js';

/** What arborist and pacote need, plain JSON. It may hold credentials: it stays in memory and goes through pipes only. */
export type NpmSettings = Record<string, unknown>;

const wanted: ReadonlySet<string> = new Set([
  'registry',
  'replaceRegistryHost',
  'proxy',
  'httpsProxy',
  'noProxy',
  'ca',
  'cert',
  'key',
  'strictSSL',
  'localAddress',
  'maxSockets',
  'userAgent',
  'before',
  'defaultTag',
  'legacyPeerDeps',
]);

let settings: Promise<NpmSettings> | undefined;

/** Read once per process. Rejects where an npmrc file cannot be read. */
export function readNpmSettings(): Promise<NpmSettings> {
  settings ??= loadSettings();
  return settings;
}

async function loadSettings(): Promise<NpmSettings> {
  const config = new Config({
    // npm's folder holds a built-in npmrc on some systems; none is needed here.
    npmPath: path.join(import.meta.dirname, 'no-built-in-npmrc'),
    ...parts,
    // Our own arguments are not npm's.
    argv: [process.execPath, 'plimsoll'],
    env: process.env,
    execPath: findNodeOfNpm(),
    cwd: process.cwd(),
  });
  await config.load();
  return Object.fromEntries(Object.entries(config.flat).filter(([key]) => isWanted(key)));
}

function isWanted(key: string): boolean {
  return wanted.has(key) || key.startsWith('//') || (key.startsWith('@') && key.endsWith(':registry'));
}

// The global npmrc lies beside the npm the person uses, which need not be the Node.js that runs this.
function findNodeOfNpm(): string {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const folder = folders.find((each) => !each.includes('node_modules') && existsSync(path.join(each, 'npm')));
  return folder === undefined ? process.execPath : path.join(folder, path.basename(process.execPath));
}
