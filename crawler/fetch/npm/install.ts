/** A package and what it needs to run, installed once into the cache and used from there ever after. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { addressSegment } from '../../../schema/page-address.ts';
import { describeInstallFailure, describeLookUpFailure, type FetchFailure, type NpmError } from './failure.ts';
import type { InstallOrder, InstallResult } from './install-worker.ts';
import { type FetchContext, requestOptions } from './look-up.ts';
import { readNpmSettings } from './settings.ts';

export interface InstallLimits {
  /** Until the worker is killed. */
  deadlineMs: number;
  /** Of everything that is unpacked. */
  maxBytes: number;
}

const defaultLimits: InstallLimits = { deadlineMs: 120_000, maxBytes: 600_000_000 };
const abandonedAfterMs = 3_600_000;
const incoming = 'incoming-';

/** `folder` holds `node_modules/<name>`. */
export type Installation = { ok: true; folder: string } | FetchFailure;

/** `version` is exact. Rejects only when the signal aborts, and then leaves nothing half done where it could be taken for whole. */
export async function installNpmPackage(
  name: string,
  version: string,
  context: FetchContext,
  { deadlineMs, maxBytes }: InstallLimits = defaultLimits,
): Promise<Installation> {
  const home = path.join(context.cacheFolder, 'npm');
  const folder = path.join(home, addressSegment(name), version);
  if (await exists(folder)) return { ok: true, folder };
  let draft: string;
  try {
    await mkdir(path.dirname(folder), { recursive: true });
    await removeAbandoned(home);
    draft = await mkdtemp(path.join(home, incoming));
  } catch (error) {
    return describeInstallFailure({ code: errorCode(error), subject: undefined });
  }
  try {
    const result = await runWorker(
      { folder: draft, name, version, maxBytes, options: await makeOptions(context) },
      context.signal,
      deadlineMs,
    );
    if (!result.ok) return explain(result.error, name, version);
    // npm's own note of what it put there names the registry's host.
    await rm(path.join(draft, 'node_modules', '.package-lock.json'), { force: true });
    return await moveIntoPlace(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
  }
}

/** An exact version is not looked up before it is installed, so that it is missing shows only here. */
function explain(error: NpmError, name: string, version: string): FetchFailure {
  const missing = error.code === 'E404' || error.code === 'ETARGET';
  const itself = error.subject === name || error.subject?.startsWith(`${name}@`);
  return missing && itself ? describeLookUpFailure(error, `${name}@${version}`) : describeInstallFailure(error);
}

async function makeOptions(context: FetchContext): Promise<Record<string, unknown>> {
  return { ...(await readNpmSettings()), ...requestOptions(context.cacheFolder, context.offline) };
}

async function moveIntoPlace(draft: string, folder: string): Promise<Installation> {
  try {
    await rename(draft, folder);
  } catch (error) {
    // Another process was faster, which is as good.
    if (!(await exists(folder))) return describeInstallFailure({ code: errorCode(error), subject: undefined });
  }
  return { ok: true, folder };
}

// What a killed run left behind.
async function removeAbandoned(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(incoming)) continue;
    const folder = path.join(home, name);
    const status = await stat(folder).catch(() => undefined);
    if (status !== undefined && Date.now() - status.mtimeMs > abandonedAfterMs) {
      await rm(folder, { recursive: true, force: true }).catch(() => {});
    }
  }
}

/** The order goes through a pipe: it may hold credentials, and arguments are visible to every process of the machine. */
function runWorker(order: InstallOrder, signal: AbortSignal, deadlineMs: number): Promise<InstallResult> {
  signal.throwIfAborted();
  const script = path.join(import.meta.dirname, `install-worker${path.extname(import.meta.filename)}`);
  const worker = spawn(process.execPath, ['--max-old-space-size=1024', '--no-warnings', script], {
    env: workerEnvironment(order.folder),
    cwd: order.folder,
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

async function exists(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => undefined))?.isDirectory() ?? false;
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
}
