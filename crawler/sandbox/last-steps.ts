/**
 * The last commands before the stranger's own, the same for every provider: bounds, then a shell that enters the folder, looks
 * the command up, says on descriptor 3 that everything before it went well and waits for a line; then `env` with exactly the
 * given environment.
 * The environment comes last so that no LD_PRELOAD of a stranger reaches a command that still holds a right.
 */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { SandboxLimits, SandboxRequest } from './sandbox.ts';

export interface LastPrograms {
  prlimit: string;
  sh: string;
  env: string;
}

/** Descriptor on which the last shell reports that the sandbox stands, and reads that it may go on. */
export const startedDescriptor = 3;
/** Threads are counted like processes by the kernel; Node alone starts eleven. */
export const threadsPerProcess = 16;

const lastShell = `cd -- "$1" || exit 127
PATH=$2
command -v "$3" >/dev/null 2>&1 || { echo "there is no command $3 inside" >&2; exit 127; }
shift 3
printf . >&${startedDescriptor}
read -r go <&${startedDescriptor} || exit 127
exec ${startedDescriptor}>&-
exec "$@"`;

export function checkRequest(request: SandboxRequest): string | undefined {
  const strings = [request.command, request.cwd, ...request.args, ...Object.entries(request.env).flat()];
  strings.push(...Object.entries(request.files ?? {}).flat());
  if (strings.some((text) => text.includes('\0'))) return 'an argument or a variable holds a null character';
  if (request.command === '' || request.command.startsWith('-')) return `${request.command} is no command`;
  // `env` would read it as a variable.
  if (request.command.includes('=')) return 'a command with an equals sign in it cannot be launched';
  const file = Object.keys(request.files ?? {}).find((name) => !isWithinHome(name));
  if (file !== undefined) return `${file} is no path within HOME`;
  const name = Object.keys(request.env).find((name) => name === '' || name.startsWith('-') || name.includes('='));
  return name === undefined ? undefined : `${name} is no name for a variable`;
}

function isWithinHome(file: string): boolean {
  return file !== '' && posix.normalize(file) === file && !/^(?:\/|\.\.(?:\/|$))|\/$|^\.$/.test(file);
}

/** `boundProcesses`: whether RLIMIT_NPROC would count this sandbox's processes alone, not all of the user's. */
export function boundResources(
  programs: Pick<LastPrograms, 'prlimit'>,
  limits: SandboxLimits,
  boundProcesses: boolean,
): string[] {
  const hard = readHardLimits();
  const lower = (name: string, wanted: number) => Math.max(1, Math.min(Math.ceil(wanted), hard.get(name) ?? Infinity));
  const cpu = lower('Max cpu time', limits.cpuSeconds + 1);
  const file = lower('Max file size', limits.diskBytes);
  const count = lower('Max processes', limits.processes * threadsPerProcess);
  const processes = boundProcesses ? [`--nproc=${count}:${count}`] : [];
  return [
    programs.prlimit,
    '--core=0:0',
    `--cpu=${Math.max(1, cpu - 1)}:${cpu}`,
    `--fsize=${file}:${file}`,
    ...processes,
    '--',
  ];
}

export function enterProgram(programs: Omit<LastPrograms, 'prlimit'>, request: SandboxRequest): string[] {
  const path = request.env.PATH ?? '/usr/bin:/bin';
  const variables = Object.entries(request.env).map(([name, value]) => `${name}=${value}`);
  return [
    ...[programs.sh, '-c', lastShell, 'sh', request.cwd, path, request.command],
    ...[programs.env, '-i', ...variables, request.command, ...request.args],
  ];
}

/** From proc(5) `/proc/[pid]/limits`: a limit can be lowered by anyone and raised by root alone. */
function readHardLimits(): Map<string, number> {
  try {
    return parseHardLimits(readFileSync('/proc/self/limits', 'utf8'));
  } catch {
    return new Map();
  }
}

export function parseHardLimits(text: string): Map<string, number> {
  const rows = [...text.matchAll(/^(Max [a-z ]*?) {2,}(?:\d+|unlimited) +(\d+) /gm)];
  return new Map(rows.map(([, name = '', hard]) => [name, Number(hard)]));
}
