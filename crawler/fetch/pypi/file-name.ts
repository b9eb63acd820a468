/** What the name of a published file says of it: wheels (binary distribution format, PEP 427) and source archives (PEP 625). */
import { normalizePypiName } from '../../pypi-name.ts';

export type Distribution =
  | { kind: 'wheel'; version: string; python: string; abi: string; platform: string }
  | { kind: 'source'; version: string; archive: 'tar' | 'zip' };

const mostHyphens = 40;

/** Undefined for anything else, and for a file of another project. */
export function readFileName(file: string, project: string): Distribution | undefined {
  if (file.endsWith('.whl')) return readWheelName(file, project);
  const archive = file.endsWith('.tar.gz') ? 'tar' : file.endsWith('.zip') ? 'zip' : undefined;
  if (archive === undefined) return undefined;
  const stem = file.replace(/\.(tar\.gz|zip)$/, '');
  const version = stem.slice(findEndOfName(stem, project));
  return version === '' ? undefined : { kind: 'source', version, archive };
}

function readWheelName(file: string, project: string): Distribution | undefined {
  const parts = file.slice(0, -'.whl'.length).split('-');
  const [name = '', version = ''] = parts;
  const [python, abi, platform] = parts.slice(-3);
  if (parts.length !== 5 && parts.length !== 6) return undefined;
  if (python === undefined || abi === undefined || platform === undefined) return undefined;
  // In a file's name an underscore may stand for the hyphen that comes before a local version.
  return normalizePypiName(name) === normalizePypiName(project)
    ? { kind: 'wheel', version: version.replaceAll('_', '-'), python, abi, platform }
    : undefined;
}

/** Older source archives have hyphens in the name itself. */
function findEndOfName(stem: string, project: string): number {
  const name = normalizePypiName(project);
  let tries = 0;
  for (let at = stem.indexOf('-'); at !== -1 && tries++ < mostHyphens; at = stem.indexOf('-', at + 1)) {
    if (normalizePypiName(stem.slice(0, at)) === name) return at + 1;
  }
  return stem.length;
}
