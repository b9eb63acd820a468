/**
 * What a typed command may see of this machine: the files that it names, each with the project it belongs to, read-only. A project
 * is the nearest folder above with a package.json or a pyproject.toml, and never the person's home or anything above it.
 */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Program } from './introspect/introspect.ts';
import type { Mount } from './sandbox/sandbox.ts';

export const nodeInside = '/opt/node/bin/node';
const markers = ['package.json', 'pyproject.toml'];

/** `base` is the folder that relative paths start at. */
export function showCommand(command: string, args: readonly string[], base: string): Program {
  const mounts = new Map<string, Mount>();
  const show = (text: string) => showPath(text, base, mounts);
  const shown = command === 'node' ? nodeInside : command.includes('/') ? show(command) : command;
  const seen = args.map((arg) => (arg.startsWith('-') ? arg : show(arg)));
  const node: Mount = { from: process.execPath, to: nodeInside };
  return { command: shown, args: seen, mounts: [node, ...mounts.values()], network: 'none' };
}

/** The path inside of a file that is there; any other text as it is. */
function showPath(text: string, base: string, mounts: Map<string, Mount>): string {
  const file = path.resolve(base, text);
  if (text === '' || !existsSync(file)) return text;
  const real = realpathSync(file);
  const root = findProject(real) ?? real;
  const mount = mounts.get(root) ?? { from: root, to: `/opt/shown/${mounts.size + 1}/${path.basename(root)}` };
  mounts.set(root, mount);
  return path.join(mount.to, path.relative(root, real));
}

function findProject(file: string): string | undefined {
  const home = path.join(homedir(), path.sep);
  let folder = statSync(file).isDirectory() ? file : path.dirname(file);
  while (folder !== path.dirname(folder) && !home.startsWith(path.join(folder, path.sep))) {
    const here = folder;
    if (markers.some((marker) => existsSync(path.join(here, marker)))) return here;
    folder = path.dirname(folder);
  }
  return undefined;
}
