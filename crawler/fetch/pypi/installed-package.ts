/** Which command of an installed package is its server (entry points specification, `console_scripts`). */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { normalizePypiName } from '../../pypi-name.ts';
import { type PackageMetadata, readMetadata } from './metadata.ts';

export interface PythonCommand {
  /** What a person would type. */
  name: string;
  /** `package.module` */
  module: string;
  /** What is called in it; undefined runs the module as a program. */
  attribute: string | undefined;
}

export interface InstalledPackage {
  metadata: PackageMetadata | undefined;
  /** Best first. */
  commands: PythonCommand[];
}

const maxBytes = 2_000_000;
const dotted = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;

/** Undefined where the package is not there. */
export async function readInstalledPackage(folder: string, project: string): Promise<InstalledPackage | undefined> {
  const name = normalizePypiName(project);
  const entries = await readdir(folder).catch(() => []);
  const info = entries.find(
    (entry) => /\.dist-info$/.test(entry) && normalizePypiName(entry.split('-')[0] ?? '') === name,
  );
  if (info === undefined) return undefined;
  const metadata = await readBounded(path.join(folder, info, 'METADATA'));
  const scripts = await readBounded(path.join(folder, info, 'entry_points.txt'));
  const record = await readBounded(path.join(folder, info, 'RECORD'));
  const commands = [...readCommands(scripts ?? ''), ...findPrograms(record ?? '', name)];
  return {
    metadata: metadata === undefined ? undefined : readMetadata(metadata),
    commands: commands.toSorted((one, other) => rank(one, name) - rank(other, name)),
  };
}

/** Only what is a plain dotted name is taken: it becomes a part of a program. */
export function readCommands(text: string): PythonCommand[] {
  const found: PythonCommand[] = [];
  let section = '';
  for (const line of text.split('\n', 5_000)) {
    const heading = /^\s*\[([^\]]*)\]\s*$/.exec(line)?.[1];
    if (heading !== undefined) section = heading.trim();
    if (heading !== undefined || section !== 'console_scripts') continue;
    const [, name = '', module = '', attribute = ''] =
      /^\s*([\w.-]{1,100})\s*=\s*([\w.]+)\s*:\s*([\w.]+)/.exec(line) ?? [];
    if (dotted.test(module) && dotted.test(attribute)) found.push({ name, module, attribute });
  }
  return found;
}

/** Packages of it that can be started with `python -m`. */
function findPrograms(record: string, name: string): PythonCommand[] {
  const folders = record.split('\n', 20_000).flatMap((line) => /^([A-Za-z_]\w*)\/__main__\.py,/.exec(line)?.[1] ?? []);
  return folders.map((folder) => ({ name, module: folder, attribute: undefined }));
}

function rank({ name, attribute }: PythonCommand, project: string): number {
  if (attribute === undefined) return 3;
  if (normalizePypiName(name) === project) return 0;
  return /mcp/i.test(name) ? 1 : 2;
}

async function readBounded(file: string): Promise<string | undefined> {
  try {
    const status = await stat(file);
    return status.isFile() && status.size <= maxBytes ? await readFile(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
