/** Which version of a project a name stands for, and which of its files is read. */
import { type Distribution, readFileName } from './file-name.ts';
import type { ProjectFile } from './project-page.ts';
import { compareVersions, isUnfinished, type PythonVersion, parseVersion } from './version.ts';

export interface ReleaseFile extends ProjectFile {
  distribution: Distribution;
}

export interface Release {
  /** As the index spells it. */
  version: string;
  /** Best first. */
  files: ReleaseFile[];
}

interface Candidate {
  parsed: PythonVersion;
  version: string;
  files: ReleaseFile[];
}

export type ReleaseChoice =
  | { ok: true; release: Release }
  | { ok: false; why: 'no-files' | 'no-version' | 'withdrawn' };

/**
 * The newest finished version that is not withdrawn; an unfinished one only where nothing is finished; a withdrawn one only where it is
 * named (PEP 440, PEP 592).
 */
export function chooseRelease(
  files: readonly ProjectFile[],
  project: string,
  version: string | undefined,
): ReleaseChoice {
  const candidates = listCandidates(files, project);
  if (candidates.length === 0) return { ok: false, why: 'no-files' };
  const named = version === undefined ? undefined : parseVersion(version);
  if (version !== undefined) {
    const found = named && candidates.find(({ parsed }) => isMeant(named, parsed));
    return found === undefined ? { ok: false, why: 'no-version' } : { ok: true, release: rankFiles(found) };
  }
  const standing = candidates.flatMap((candidate) => {
    const kept = candidate.files.filter(({ yanked }) => !yanked);
    return kept.length === 0 ? [] : [{ ...candidate, files: kept }];
  });
  const finished = standing.filter(({ parsed }) => !isUnfinished(parsed));
  const [newest] = (finished.length > 0 ? finished : standing).toSorted((one, other) =>
    compareVersions(other.parsed, one.parsed),
  );
  return newest === undefined ? { ok: false, why: 'withdrawn' } : { ok: true, release: rankFiles(newest) };
}

/** A version without a local part means also those that have one. */
function isMeant(named: PythonVersion, found: PythonVersion): boolean {
  const compared = named.local.length === 0 ? { ...found, local: [] } : found;
  return compareVersions(named, compared) === 0;
}

function listCandidates(files: readonly ProjectFile[], project: string): Candidate[] {
  const candidates = new Map<string, Candidate>();
  for (const file of files) {
    const distribution = readFileName(file.name, project);
    const parsed = distribution && parseVersion(distribution.version);
    if (distribution === undefined || parsed === undefined) continue;
    const key = describe(parsed);
    const candidate = candidates.get(key) ?? { parsed, version: distribution.version, files: [] };
    candidate.files.push({ ...file, distribution });
    candidates.set(key, candidate);
  }
  return [...candidates.values()];
}

/** The same text for the same version. */
function describe({ epoch, release, pre, post, dev, local }: PythonVersion): string {
  return [epoch, release.join('.'), pre?.stage, pre?.number, post, dev, local.join('.')].map(String).join('|');
}

/**
 * Wheels first, since they are what runs, hold every file in its final place and have their metadata made already; among them the one for
 * every platform. A source archive holds more that is no part of the server, and parts of one may only come about when it is built.
 */
function rankFiles({ version, files }: Candidate): Release {
  return { version, files: files.toSorted((one, other) => rank(one) - rank(other)) };
}

const machine: Readonly<Record<string, string>> = { x64: 'x86_64', arm64: 'aarch64' };

function rank({ distribution }: ReleaseFile): number {
  if (distribution.kind === 'source') return distribution.archive === 'tar' ? 4 : 5;
  if (distribution.platform === 'any') return distribution.abi === 'none' ? 0 : 1;
  const isOurs =
    distribution.platform.includes('linux') && distribution.platform.includes(machine[process.arch] ?? '?');
  return isOurs ? 2 : 3;
}
