/** Reads `data/overrides/<server's address>/<tool's address>.yaml`: one correction a file. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { Override } from '../../schema/override.ts';
import { addressSegment, serverAddress } from '../../schema/page-address.ts';

export interface PlacedOverride {
  /** Below the folder, with forward slashes. */
  file: string;
  override: Override;
}

/** `faults` are one line each, with the file; an override that cannot be read must not be passed over in silence. */
export interface ReadOverrides {
  overrides: PlacedOverride[];
  faults: string[];
}

/** A folder that is not there holds none. */
export async function readOverrides(folder: string): Promise<ReadOverrides> {
  const read: ReadOverrides = { overrides: [], faults: [] };
  for (const file of await listFiles(folder)) {
    if (path.posix.basename(file) === 'README.md') continue;
    const result = readOverride(file, await readFile(path.join(folder, file), 'utf8'));
    if (typeof result === 'string') read.faults.push(`${file}: ${result}`);
    else read.overrides.push({ file, override: result });
  }
  return read;
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The override, or what is wrong with the file. */
export function readOverride(file: string, text: string): Override | string {
  let value: unknown;
  try {
    value = parse(text, { maxAliasCount: 0 });
  } catch (error) {
    return `not YAML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unreadable'}`;
  }
  const result = Override.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
    return `${where}${issue?.message ?? 'wrong shape'}`;
  }
  const expected = overridePath(result.data);
  // Two ids that come to one address are told apart on their pages by `~2`.
  return file.replace(/~\d+\.yaml$/, '.yaml') === expected
    ? result.data
    : `belongs in ${expected}, after the server and the tool it names`;
}

/** Below the folder of overrides, with forward slashes. */
function overridePath({ server, tool }: Pick<Override, 'server' | 'tool'>): string {
  return `${serverAddress(server)}/${addressSegment(tool)}.yaml`;
}
