/**
 * Reads the source of a fetched package in a thread beside this one, so that a bundle of megabytes neither holds up the servers that
 * are being looked at nor costs more time and memory than it is worth. One thread serves all: packages are read one after another.
 */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Extraction } from './extract.ts';

export interface ReadOrder {
  folder: string;
}

export interface ReadAnswer {
  extraction: Extraction;
}

export interface ReadLimits {
  /** For one package, from when its turn comes. */
  limitMs: number;
  heapMb: number;
}

/** The largest bundles take seven seconds on an idle machine; the readers' own bounds end the rest. */
const defaultLimits: ReadLimits = { limitMs: 45_000, heapMb: 1_500 };
/** The parser's memory only ever grows, so the thread is ended after so many packages and another takes its place. */
const mostReads = 20;

let thread: { worker: Worker; reads: number } | undefined;
let lastTurn: Promise<unknown> = Promise.resolve();

/** Undefined where it takes too long or too much memory, breaks the reader, or the signal aborts. Never rejects. */
export function readPackageApart(
  folder: string,
  signal: AbortSignal,
  limits: ReadLimits = defaultLimits,
): Promise<Extraction | undefined> {
  const turn = lastTurn.then(() => (signal.aborted ? undefined : readNow(folder, signal, limits)));
  lastTurn = turn;
  return turn;
}

function readNow(
  folder: string,
  signal: AbortSignal,
  { limitMs, heapMb }: ReadLimits,
): Promise<Extraction | undefined> {
  thread ??= { worker: startWorker(heapMb), reads: 0 };
  const { worker } = thread;
  const isLast = ++thread.reads >= mostReads;
  worker.ref();
  return new Promise((resolve) => {
    const settle = (extraction: Extraction | undefined) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      worker.off('message', answer).off('error', giveUp).off('exit', giveUp).unref();
      if (extraction === undefined || isLast) {
        thread = undefined;
        void worker.terminate();
      }
      resolve(extraction);
    };
    const giveUp = () => settle(undefined);
    const answer = ({ extraction }: ReadAnswer) => settle(extraction);
    const timer = setTimeout(giveUp, limitMs);
    signal.addEventListener('abort', giveUp, { once: true });
    worker.on('message', answer).on('error', giveUp).on('exit', giveUp);
    const order: ReadOrder = { folder };
    worker.postMessage(order);
  });
}

/** Without the operator's environment: what it reads is a stranger's. */
function startWorker(heapMb: number): Worker {
  const script = path.join(import.meta.dirname, `package-worker${path.extname(import.meta.filename)}`);
  const worker = new Worker(script, {
    env: {},
    execArgv: ['--no-warnings'],
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  const forget = () => {
    if (thread?.worker === worker) thread = undefined;
  };
  // An error that comes after the answer must not end the process.
  return worker.on('error', forget).on('exit', forget);
}
