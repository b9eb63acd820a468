/** Gives an order to a worker process, and ends it when it takes too long or is not wanted any more. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { errorCode, type NpmError } from './failure.ts';
import type { InstallOrder, InstallResult } from './install-worker.ts';

/**
 * The order goes through a pipe: it may hold credentials, and arguments are visible to every process of the machine. Rejects only
 * when the signal aborts.
 */
export function runWorker(order: InstallOrder, signal: AbortSignal, deadlineMs: number): Promise<InstallResult> {
  signal.throwIfAborted();
  const script = path.join(import.meta.dirname, `install-worker${path.extname(import.meta.filename)}`);
  const worker = spawn(process.execPath, ['--max-old-space-size=1024', '--no-warnings', script], {
    env: workerEnvironment(order.drafts),
    cwd: order.drafts,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    let ended: NpmError = { code: 'WORKER', subject: undefined };
    const stop = (error: NpmError) => {
      ended = error;
      worker.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop({ code: 'DEADLINE', subject: undefined }), deadlineMs);
    const onAbort = () => stop(ended);
    signal.addEventListener('abort', onAbort, { once: true });
    worker.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
    worker.stdin.on('error', () => {});
    worker.on('error', (error) => stop({ code: errorCode(error), subject: undefined }));
    worker.on('close', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      if (signal.aborted) reject(signal.reason);
      else resolve(readResult(output) ?? { ok: false, error: ended });
    });
    worker.stdin.write(`${JSON.stringify(order)}\n`);
  });
}

function readResult(output: string): InstallResult | undefined {
  try {
    // Our own worker wrote it; a line cut short by a kill does not parse.
    return JSON.parse(output) as InstallResult;
  } catch {
    return undefined;
  }
}

const passedOn: ReadonlySet<string> = new Set([
  'PATH',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
]);

function workerEnvironment(folder: string): Record<string, string> {
  const kept: Record<string, string> = { HOME: folder };
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && passedOn.has(name.toUpperCase())) kept[name] = value;
  }
  return kept;
}
