/** This person's Python, with pip: what installs packages, and what runs them in the sandbox. */
import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { hostEnvironment } from '../../sandbox/host-programs.ts';
import { pipEnvironment } from './pip-environment.ts';

export interface Python {
  /** What installs: of a virtual environment it is the one that has pip. */
  launcher: string;
  /** The interpreter itself, whatever led to it. */
  executable: string;
  /** Implementation and version, which decide what wheels fit: `cpython-312`. */
  tag: string;
  /** The folder that holds `bin` and `lib`. */
  prefix: string;
  /** Below the prefix: where its own packages lie, which no server is to see. */
  sitePackages: string | undefined;
}

export type PythonSearch = { ok: true; python: Python } | { ok: false; install: string };

const oldest = 10;
const probeMs = 15_000;

const probe = `
import importlib.util, json, os, sys, sysconfig
print(json.dumps({
    "version": sys.version_info[:2],
    "tag": sys.implementation.cache_tag,
    "launcher": sys.executable,
    "executable": os.path.realpath(sys.executable),
    "prefix": os.path.realpath(sys.base_prefix),
    "sitePackages": os.path.realpath(sysconfig.get_path("platlib", vars={"base": sys.base_prefix, "platbase": sys.base_prefix})),
    "pip": importlib.util.find_spec("pip") is not None,
}))`;

const Probed = z.object({
  version: z.tuple([z.literal(3), z.int().min(oldest)]),
  tag: z.string().regex(/^[a-z]+-?\d+$/),
  launcher: z.string().startsWith('/'),
  executable: z.string().startsWith('/'),
  prefix: z.string().startsWith('/'),
  sitePackages: z.string(),
  pip: z.literal(true),
});

let search: Promise<PythonSearch> | undefined;

/** The first in the person's PATH that is new enough and has pip; searched once per process. */
export function findPython(): Promise<PythonSearch> {
  search ??= searchPath([process.env.PATH, hostEnvironment.PATH].join(path.delimiter));
  return search;
}

export async function searchPath(folders: string): Promise<PythonSearch> {
  const candidates = [...new Set(folders.split(path.delimiter).filter((folder) => path.isAbsolute(folder)))]
    .map((folder) => path.join(folder, 'python3'))
    .filter(isProgram);
  for (const candidate of candidates) {
    const python = await probeOne(candidate);
    if (python !== undefined) return { ok: true, python };
  }
  return { ok: false, install: describeInstall() };
}

async function probeOne(program: string): Promise<Python | undefined> {
  try {
    const run = promisify(execFile);
    const { stdout } = await run(program, ['-I', '-c', probe], { timeout: probeMs, env: pipEnvironment() });
    const { tag, launcher, executable, prefix, sitePackages } = Probed.parse(JSON.parse(stdout));
    const isInside = sitePackages.startsWith(`${prefix}/`) && existsSync(sitePackages);
    const own = isInside ? sitePackages : undefined;
    return { launcher, executable, prefix, tag, sitePackages: own };
  } catch {
    return undefined;
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const installLines: readonly (readonly [program: string, line: string])[] = [
  ['apt-get', 'apt-get install python3 python3-pip'],
  ['dnf', 'dnf install python3 python3-pip'],
  ['apk', 'apk add python3 py3-pip'],
  ['pacman', 'pacman -S python python-pip'],
  ['zypper', 'zypper install python3 python3-pip'],
  ['brew', 'brew install python'],
];

function describeInstall(): string {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/sbin', '/opt/homebrew/bin'];
  const found = installLines.find(([program]) => folders.some((folder) => isProgram(path.join(folder, program))));
  return found?.[1] ?? `install Python 3.${oldest} or newer with pip`;
}
