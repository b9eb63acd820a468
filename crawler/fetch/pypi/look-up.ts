/** Asks the index which version a name stands for: one request, answered from the cache where the index says that it has not changed. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FailureKind } from '../../../schema/snapshot.ts';
import { normalizePypiName } from '../../pypi-name.ts';
import type { Answer } from '../../sources/http/answer.ts';
import { type HttpClient, makeHttpClient } from '../../sources/http/client.ts';
import { chooseRelease, type Release, type ReleaseChoice } from './choose-release.ts';
import { type ProjectFile, readProjectPage } from './project-page.ts';
import { type PackageIndex, readPackageIndexes } from './settings.ts';

export interface FetchContext {
  cacheFolder: string;
  offline: boolean;
  signal: AbortSignal;
}

export interface FetchFailure {
  ok: false;
  failure: FailureKind;
  /** One line for a person, without the name of an index. */
  reason: string;
}

/** `index`: where it was found, which decides what its files may be fetched with. */
export type FoundRelease = { ok: true; release: Release; index: PackageIndex } | FetchFailure;

/** JSON where the index has it, else the page (PEP 691, content negotiation). */
const accept = 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1';
const maxPageBytes = 16_000_000;

/** Rejects only where the signal aborts. */
export async function lookUpRelease(
  name: string,
  version: string | undefined,
  context: FetchContext,
): Promise<FoundRelease> {
  const { offline, signal } = context;
  const http = makeHttpClient({ cacheFolder: path.join(context.cacheFolder, 'pypi'), signal, offline, spacingMs: 0 });
  const asked = version === undefined ? name : `${name}@${version}`;
  for (const index of await readPackageIndexes()) {
    const page = await readPage(index, name, http);
    if ('failure' in page) return page;
    if (page.files === undefined) continue;
    const choice = chooseRelease(page.files, name, version);
    return choice.ok ? { ok: true, release: choice.release, index } : explainChoice(choice.why, asked);
  }
  return fail('not-found', `The package index has no package ${name}.`);
}

/** `files` is undefined where this index does not have the project, so that the next one may be asked. */
async function readPage(
  index: PackageIndex,
  name: string,
  http: HttpClient,
): Promise<{ files: ProjectFile[] | undefined } | FetchFailure> {
  const address = `${index.base}/${normalizePypiName(name)}/`;
  const answer = address.startsWith('file:')
    ? await readLocalPage(address)
    : await http.get(address, { ...index.options, accept });
  if (answer.outcome === 'gone') return { files: undefined };
  if (answer.outcome !== 'found') return fail('unreachable', `The package index did not answer. ${answer.reason}`);
  const files = readProjectPage(answer.body, answer.url);
  return files === undefined
    ? fail('unreachable', 'The package index does not answer with a list of files.')
    : { files };
}

/** An index that is a folder of this machine, as pip reads one. */
async function readLocalPage(address: string): Promise<Answer> {
  const file = new URL('index.html', address);
  try {
    const { size } = await stat(fileURLToPath(file));
    if (size > maxPageBytes) return { outcome: 'malformed', reason: 'Its page is too large.' };
    return { outcome: 'found', body: await readFile(fileURLToPath(file), 'utf8'), unchanged: false, url: file.href };
  } catch {
    return { outcome: 'gone', reason: 'There is no such folder.' };
  }
}

function explainChoice(why: Extract<ReleaseChoice, { ok: false }>['why'], asked: string): FetchFailure {
  switch (why) {
    case 'no-files':
      return fail('not-found', `The package index has no file of ${asked} that can be read.`);
    case 'no-version':
      return fail('not-found', `The package index has no version of that package that is ${asked}.`);
    case 'withdrawn':
      return fail('not-found', `Every version of ${asked} has been withdrawn (yanked).`);
  }
}

function fail(failure: FailureKind, reason: string): FetchFailure {
  return { ok: false, failure, reason };
}
