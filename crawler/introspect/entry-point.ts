/** Which file of an installed package is its server, and what runs it. */
import { open, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { PackageManifest } from './package-manifest.ts';

export interface EntryPoint {
  /** The command a person would type. */
  name: string;
  /** Relative to the package's folder. */
  file: string;
  runner: 'node' | 'shell' | 'itself';
  /** Options for Node.js that the file's first line asks for. */
  nodeOptions: string[];
}

/** Undefined for a package without anything to run. */
export async function findEntryPoint(folder: string, manifest: PackageManifest): Promise<EntryPoint | undefined> {
  for (const { name, file } of listCandidates(manifest)) {
    const inside = await resolveInside(folder, file);
    if (inside !== undefined) return { name, file: inside, ...(await readRunner(path.join(folder, inside))) };
  }
  return undefined;
}

/** Best first: the command named like the package, then one that says it is an MCP server, then any, then what `import` would load. */
function listCandidates({ name, bins, main }: PackageManifest): { name: string; file: string }[] {
  const plainName = name.replace(/^@[^/]*\//, '');
  const rank = (bin: string) => (bin === plainName || bin === name ? 0 : /mcp/i.test(bin) ? 1 : 2);
  const commands = [...bins]
    .map(([bin, file]) => ({ name: bin, file }))
    .sort((one, other) => rank(one.name) - rank(other.name));
  return main === undefined ? commands : [...commands, { name: plainName, file: main }];
}

/** The path from the package's real folder, or undefined where there is no such file or a link leads out of it. */
async function resolveInside(folder: string, file: string): Promise<string | undefined> {
  for (const candidate of [file, `${file}.js`, `${file}.mjs`, `${file}.cjs`, path.join(file, 'index.js')]) {
    const inside = path.relative(folder, path.resolve(folder, candidate));
    if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) continue;
    try {
      const real = path.relative(await realpath(folder), await realpath(path.join(folder, inside)));
      if (real.startsWith('..') || path.isAbsolute(real) || !(await isFile(path.join(folder, inside)))) continue;
      return inside;
    } catch {
      // No such file: the next form of the name.
    }
  }
  return undefined;
}

async function isFile(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    return (await handle.stat()).isFile();
  } finally {
    await handle.close();
  }
}

async function readRunner(file: string): Promise<Pick<EntryPoint, 'runner' | 'nodeOptions'>> {
  const firstLine = await readFirstLine(file);
  const options = /\bnode\b/.test(firstLine)
    ? firstLine.split(/\s+/).filter((word) => /^--[a-z][a-z-]*(=[\w./-]*)?$/.test(word))
    : [];
  if (/^#!.*\b(?:ba|da|z)?sh\b/.test(firstLine)) return { runner: 'shell', nodeOptions: [] };
  if (/\.[cm]?[jt]s$/.test(file) || /^#!.*\b(?:node|bun|tsx)\b/.test(firstLine) || !isBinary(firstLine)) {
    return { runner: 'node', nodeOptions: options };
  }
  return { runner: 'itself', nodeOptions: [] };
}

async function readFirstLine(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0);
    return buffer.subarray(0, bytesRead).toString('latin1').split('\n')[0] ?? '';
  } finally {
    await handle.close();
  }
}

function isBinary(firstLine: string): boolean {
  return firstLine.startsWith('\u007fELF') || firstLine.includes('\u0000');
}
