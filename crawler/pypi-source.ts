/** A package of Python as its published files show it: fetched, not started. */
import type { Extraction } from './extract/extract.ts';
import { readTreeApart } from './extract/read-apart.ts';
import type { SourceTree } from './extract/source-tree.ts';
import { openTarTree } from './fetch/archive/tar-tree.ts';
import { type OpenArchive, openZipTree } from './fetch/archive/zip-tree.ts';
import type { Release, ReleaseFile } from './fetch/pypi/choose-release.ts';
import { fetchFile } from './fetch/pypi/fetch-file.ts';
import type { FetchContext, FetchFailure } from './fetch/pypi/look-up.ts';
import { type PackageMetadata, readMetadata } from './fetch/pypi/metadata.ts';
import type { PackageIndex } from './fetch/pypi/settings.ts';

export interface PypiSource {
  ok: true;
  extraction: Extraction;
  metadata: PackageMetadata | undefined;
}

/** The wheel where there is one; where that shows no tool, as one with compiled modules alone does, the source archive as well. */
export async function readPypiSource(
  project: string,
  { files }: Release,
  index: PackageIndex,
  context: FetchContext,
): Promise<PypiSource | FetchFailure> {
  const [first] = files;
  if (first === undefined) throw new Error('a release has at least one file');
  const read = await readFileOf(project, first, index, context);
  const source = files.find(({ distribution }) => distribution.kind === 'source');
  if (source === undefined || source === first || (read.ok && read.extraction.tools.length > 0)) return read;
  const again = await readFileOf(project, source, index, context);
  return again.ok && (again.extraction.tools.length > 0 || !read.ok) ? again : read;
}

async function readFileOf(
  project: string,
  file: ReleaseFile,
  index: PackageIndex,
  context: FetchContext,
): Promise<PypiSource | FetchFailure> {
  const fetched = await fetchFile(project, file, index, context);
  if (!fetched.ok) return fetched;
  const archive = await openArchive(fetched.path, file);
  if (!archive.ok) return archive;
  try {
    context.signal.throwIfAborted();
    const read = await readTreeApart(archive.tree, {}, context.signal);
    if (!read.ok) return read;
    const { extraction } = read;
    const notes = [...extraction.notes, ...archive.tree.leftOut];
    return { ok: true, extraction: { ...extraction, notes }, metadata: await findMetadata(archive.tree) };
  } finally {
    await archive.close();
  }
}

function openArchive(path: string, { distribution }: ReleaseFile): Promise<OpenArchive> {
  const isTar = distribution.kind === 'source' && distribution.archive === 'tar';
  return isTar ? openTarTree(path) : openZipTree(path);
}

async function findMetadata(tree: SourceTree): Promise<PackageMetadata | undefined> {
  const path = [...tree.files.keys()].find((name) => /^([^/]+\.dist-info\/METADATA|PKG-INFO)$/.test(name));
  const text = path === undefined ? undefined : (await tree.read([path])).get(path);
  return text === undefined ? undefined : readMetadata(text);
}
