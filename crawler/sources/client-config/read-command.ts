/** A command line as a client starts it → the package it stands for. Nothing of it is ever run. */
import { splitNpmSpec } from '../../npm-name.ts';
import {
  identifyEndpoint,
  identifyPackage,
  identifySource,
  type PackageIdentity,
  type PackageKind,
} from '../identity.ts';
import { readImageArguments } from './read-image-arguments.ts';

export type CommandSubject =
  | { kind: 'package'; identity: PackageIdentity; rest: readonly string[]; environment: readonly string[] }
  | { kind: 'repository'; address: string }
  /** A bridge to an endpoint, such as `mcp-remote URL`. */
  | { kind: 'endpoint'; url: string }
  /** A program of this machine. */
  | { kind: 'program' };

interface Runner {
  packages: PackageKind;
  /** Words between the program and its options: `dlx`, `tool run`. */
  words: readonly string[];
  /** Options whose value is the package. */
  from: readonly string[];
  /** Options that have a value of another kind. */
  skipped: readonly string[];
}

const npx = { packages: 'npm', from: ['-p', '--package'], skipped: ['--registry', '--prefix'] } as const;
const uvx = {
  packages: 'pypi',
  from: ['--from', '--spec'],
  skipped: [
    '--with',
    '-w',
    '--python',
    '-p',
    '--index',
    '--index-url',
    '--default-index',
    '--extra-index-url',
    '--directory',
  ],
} as const;

const runners: ReadonlyMap<string, readonly Runner[]> = new Map([
  ['npx', [{ ...npx, words: [] }]],
  ['bunx', [{ ...npx, words: [] }]],
  ['pnpx', [{ ...npx, words: [] }]],
  [
    'npm',
    [
      { ...npx, words: ['exec'] },
      { ...npx, words: ['x'] },
    ],
  ],
  ['pnpm', [{ ...npx, words: ['dlx'] }]],
  ['yarn', [{ ...npx, words: ['dlx'] }]],
  ['bun', [{ ...npx, words: ['x'] }]],
  ['uvx', [{ ...uvx, words: [] }]],
  [
    'uv',
    [
      { ...uvx, words: ['tool', 'run'] },
      { ...uvx, words: ['x'] },
    ],
  ],
  ['pipx', [{ ...uvx, words: ['run'] }]],
  ['dnx', [{ packages: 'nuget', words: [], from: [], skipped: ['--source', '--version'] }]],
]);

const bridges: ReadonlySet<string> = new Set(['mcp-remote', '@modelcontextprotocol/mcp-remote']);

export function readCommand(command: string, args: readonly string[]): CommandSubject {
  const { program, rest } = unwrap(command, args);
  if ((program === 'docker' || program === 'podman') && rest[0] === 'run') return readImage(rest.slice(1));
  if (program === 'node' || program === 'bun' || program === 'deno') {
    const installed = readInstalled(rest);
    if (installed !== undefined) return installed;
  }
  for (const runner of runners.get(program) ?? []) {
    if (runner.words.every((word, index) => rest[index] === word)) {
      return readSpec(runner, rest.slice(runner.words.length));
    }
  }
  return { kind: 'program' };
}

/** Without what stands around a command: a shell's `/c`, one text with spaces, the program's folder and ending. */
function unwrap(command: string, args: readonly string[]): { program: string; rest: readonly string[] } {
  const isOneText = args.length === 0 && /^[\w@./:=-]+( +[\w@./:=-]+)+$/.test(command);
  const [first = '', ...rest] = isOneText ? command.split(/ +/) : [command, ...args];
  const program = (first.split(/[\\/]/).at(-1) ?? '').toLowerCase().replace(/\.(exe|cmd|bat|ps1)$/, '');
  const [flag = '', inner] = rest;
  if (program === 'cmd' && /^\/c$/i.test(flag) && inner !== undefined) return unwrap(inner, rest.slice(2));
  if (/^(sh|bash|zsh)$/.test(program) && /^-l?c$/.test(flag) && inner !== undefined) return unwrapScript(inner);
  return { program, rest };
}

function unwrapScript(script: string): { program: string; rest: readonly string[] } {
  const isPlain = /^(exec +)?[\w@./:=-]+( +[\w@./:=-]+)*$/.test(script);
  return isPlain ? unwrap(script.replace(/^exec +/, ''), []) : { program: '', rest: [] };
}

function readSpec(runner: Runner, args: readonly string[]): CommandSubject {
  let chosen: string | undefined;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    const [option = '', attached] = arg.startsWith('--') ? arg.split(/=(.*)/s) : [arg];
    if (runner.from.includes(option)) {
      chosen ??= attached ?? args[at + 1];
      if (attached === undefined) at++;
    } else if (runner.skipped.includes(option)) {
      if (attached === undefined) at++;
    } else if (!arg.startsWith('-')) {
      return identifySpec(runner.packages, chosen ?? arg, args.slice(at + 1));
    }
  }
  return chosen === undefined ? { kind: 'program' } : identifySpec(runner.packages, chosen, []);
}

function identifySpec(kind: PackageKind, spec: string, rest: readonly string[]): CommandSubject {
  const shorthand = /^github:([\w.-]+\/[\w.-]+)/.exec(spec)?.[1];
  const address = shorthand === undefined ? spec.replace(/[@#][\w./-]*$/, '') : `https://github.com/${shorthand}`;
  if (shorthand !== undefined || /^git\+https?:/.test(spec)) {
    return identifySource(address) === undefined ? { kind: 'program' } : { kind: 'repository', address };
  }
  const { name, version } = kind === 'pypi' ? splitPythonSpec(spec) : splitNpmSpec(spec);
  const endpoint = bridges.has(name) ? rest.map(identifyEndpoint).find((url) => url !== undefined) : undefined;
  if (endpoint !== undefined) return { kind: 'endpoint', url: endpoint };
  const identity = identifyPackage(kind, name);
  if (identity === undefined) return { kind: 'program' };
  const exact = version !== undefined && /^\d[\w.+-]*$/.test(version) ? { version } : {};
  return { kind: 'package', identity: { ...identity, ...exact }, rest, environment: [] };
}

/** PEP 508 as far as it is typed on command lines: `name[extra]==1.2`, and uv's `name@1.2`. */
function splitPythonSpec(spec: string): { name: string; version: string | undefined } {
  const parts = /^([\w.-]+)(?:\[[\w, .-]*\])?(?:(?:==|@)([\w.+-]+)|[<>=!~].*)?$/.exec(spec);
  return { name: parts?.[1] ?? '', version: parts?.[2] };
}

function readImage(args: readonly string[]): CommandSubject {
  const { image, rest, environment } = readImageArguments(args);
  const identity = image === undefined ? undefined : identifyPackage('oci', image);
  return identity === undefined ? { kind: 'program' } : { kind: 'package', identity, rest, environment };
}

/** A script inside `node_modules/<package>/`, or `npm:<package>` as Deno has it. */
function readInstalled(args: readonly string[]): CommandSubject | undefined {
  const at = args.findIndex((arg) => /^npm:|node_modules[\\/]/.test(arg));
  const script = args[at];
  if (script === undefined) return undefined;
  if (script.startsWith('npm:')) return identifySpec('npm', script.slice(4), args.slice(at + 1));
  const [first = '', second = ''] =
    script
      .split(/.*node_modules[\\/]/)
      .at(-1)
      ?.split(/[\\/]/) ?? [];
  return identifySpec('npm', first.startsWith('@') ? `${first}/${second}` : first, args.slice(at + 1));
}
