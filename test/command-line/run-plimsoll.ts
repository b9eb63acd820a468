/** Runs the command line as a person does, in a folder of its own. */
import { spawn } from 'node:child_process';
import path from 'node:path';

export const checkout = path.resolve(import.meta.dirname, '../..');

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd: string;
  input?: string;
  env?: Record<string, string>;
  /** Receives the process, to signal it. */
  onStart?: (child: ReturnType<typeof spawn>) => void;
}

export function runPlimsoll(args: readonly string[], options: RunOptions): Promise<Finished> {
  const { INIT_CWD: _npmFolder, PLIMSOLL_DB: _database, ...env } = process.env;
  const child = spawn(process.execPath, [path.join(checkout, 'cli/main.ts'), ...args], {
    cwd: options.cwd,
    env: { ...env, NO_COLOR: '1', ...options.env },
  });
  options.onStart?.(child);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  child.stdin.on('error', () => {}); // a command that reads no input may end before it is written
  child.stdin.end(options.input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
