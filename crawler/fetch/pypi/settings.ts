/**
 * Which indexes this person's pip or uv takes packages from, and what it shows them: PIP_… and UV_… variables, then pip's own
 * configuration files. Nothing of it is written anywhere.
 */
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import type { GetOptions } from '../../sources/http/client.ts';
import { readPipConfig } from './pip-config.ts';

export interface PackageIndex {
  /** Of the simple API, without a slash at the end and without credentials: `https://…` or `file:///…`. */
  base: string;
  options: GetOptions;
}

/** The public index as the simple repository API's specification (PEP 503) names it; what pip and uv ask where nothing else is set. */
const publicIndex = 'https://pypi.org/simple';

const indexVariables = ['UV_DEFAULT_INDEX', 'UV_INDEX_URL', 'PIP_INDEX_URL'];
const extraVariables = ['UV_INDEX', 'UV_EXTRA_INDEX_URL', 'PIP_EXTRA_INDEX_URL'];

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * In the order in which they are asked: those that a person adds come before the usual one, and the first that has a project is the one
 * it comes from, so that nobody can put a package of the same name in front of a private one.
 */
export async function readPackageIndexes(
  environment: Environment = process.env,
  files: readonly string[] = listConfigFiles(environment),
): Promise<PackageIndex[]> {
  const configured = await readConfigured(files);
  const main = firstSet(environment, indexVariables) ?? configured.get('index-url') ?? publicIndex;
  const extra = firstSet(environment, extraVariables) ?? configured.get('extra-index-url') ?? '';
  const authorities = await readAuthorities(environment.PIP_CERT ?? configured.get('cert'));
  const addresses = [...extra.split(/\s+/), main.trim()].filter((address) => address !== '');
  return [...new Set(addresses)].flatMap((address) => makeIndex(address, authorities));
}

function firstSet(environment: Environment, names: readonly string[]): string | undefined {
  return names.map((name) => environment[name]).find((value) => value !== undefined && value.trim() !== '');
}

/** uv lets an index have a name: `internal=https://…`. */
function makeIndex(address: string, authorities: string[] | undefined): PackageIndex[] {
  const plain = address.replace(/^[\w.-]+=(?=[a-z]+:\/\/)/i, '');
  if (!URL.canParse(plain)) return [];
  const url = new URL(plain);
  if (!['https:', 'http:', 'file:'].includes(url.protocol)) return [];
  const credentials = readCredentials(url);
  url.username = '';
  url.password = '';
  url.hash = '';
  const options: GetOptions = {
    // It stands in the person's own configuration.
    allowPrivate: true,
    ...(credentials === undefined ? {} : { headers: { authorization: credentials } }),
    ...(authorities === undefined ? {} : { authorities }),
  };
  return [{ base: url.href.replace(/\/+$/, ''), options }];
}

function readCredentials({ username, password }: URL): string | undefined {
  if (username === '' && password === '') return undefined;
  const pair = [username, password].map(decode).join(':');
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Of several files the later one counts: the machine's, the person's, the virtual environment's, then the one a variable names. */
async function readConfigured(files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const values = new Map<string, string>();
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => '');
    for (const [name, value] of readPipConfig(text)) values.set(name, value);
  }
  return values;
}

/** As pip's user guide lists them under “configuration files”. */
function listConfigFiles(environment: Environment): string[] {
  const named = environment.PIP_CONFIG_FILE;
  // The name of the null device switches all of them off.
  if (named === '/dev/null' || named === 'nul') return [];
  const home = environment.HOME ?? homedir();
  const settings = environment.XDG_CONFIG_HOME || path.join(home, '.config');
  const shared = (environment.XDG_CONFIG_DIRS || '/etc/xdg').split(':').filter((folder) => folder !== '');
  const windows = [environment.ProgramData, environment.APPDATA].flatMap((folder) =>
    folder === undefined ? [] : [path.join(folder, 'pip', 'pip.ini')],
  );
  return [
    ...shared.map((folder) => path.join(folder, 'pip', 'pip.conf')),
    '/Library/Application Support/pip/pip.conf',
    '/etc/pip.conf',
    path.join(home, '.pip', 'pip.conf'),
    path.join(home, 'Library', 'Application Support', 'pip', 'pip.conf'),
    path.join(settings, 'pip', 'pip.conf'),
    ...windows,
    ...(environment.VIRTUAL_ENV === undefined ? [] : [path.join(environment.VIRTUAL_ENV, 'pip.conf')]),
    ...(named === undefined ? [] : [named]),
  ];
}

async function readAuthorities(file: string | undefined): Promise<string[] | undefined> {
  if (file === undefined || file === '') return undefined;
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : [text];
}
