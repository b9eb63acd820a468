/** A thread that reads source, one thing after another, and is ended where a reading goes beyond its bounds. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Extraction, ExtractOptions } from './extract.ts';
import type { SourceTree } from './source-tree.ts';

/** To the thread: what to read, or the texts that it asked for. */
export type ToThread =
  | { kind: 'package'; folder: string }
  | { kind: 'tree'; files: SourceTree['files']; leftOut: readonly string[]; options: ExtractOptions }
  | { kind: 'texts'; texts: ReadonlyMap<string, string> };
/** From the thread: which texts of the tree it needs, or what it found. */
export type FromThread = { wanted: readonly string[] } | { extraction: Extraction };

export interface ReadLimits {
  /** For one reading, from when its turn comes. */
  limitMs: number;
  heapMb: number;
}

/** The parser's memory only ever grows, so the thread is ended after so many readings and another takes its place. */
const mostReads = 20;

export class ReadingThread {
  private running: { worker: Worker; reads: number } | undefined;
  private lastTurn: Promise<unknown> = Promise.resolve();

  /** `tree` answers what the thread asks for. Undefined where a bound is met, the reader breaks, or the signal aborts. Never rejects. */
  read(
    order: ToThread,
    tree: SourceTree | undefined,
    signal: AbortSignal,
    limits: ReadLimits,
  ): Promise<Extraction | undefined> {
    const turn = this.lastTurn.then(() => (signal.aborted ? undefined : this.readNow(order, tree, signal, limits)));
    this.lastTurn = turn;
    return turn;
  }

  private readNow(
    order: ToThread,
    tree: SourceTree | undefined,
    signal: AbortSignal,
    { limitMs, heapMb }: ReadLimits,
  ): Promise<Extraction | undefined> {
    this.running ??= { worker: this.start(heapMb), reads: 0 };
    const { worker } = this.running;
    const isLast = ++this.running.reads >= mostReads;
    worker.ref();
    return new Promise((resolve) => {
      const settle = (extraction: Extraction | undefined) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        worker.off('message', answer).off('error', giveUp).off('exit', giveUp).unref();
        if (extraction === undefined || isLast) {
          this.running = undefined;
          void worker.terminate();
        }
        resolve(extraction);
      };
      const giveUp = () => settle(undefined);
      const send = (message: ToThread) => worker.postMessage(message);
      const answer = (said: FromThread) => {
        if ('extraction' in said) settle(said.extraction);
        else tree?.read(said.wanted).then((texts) => send({ kind: 'texts', texts }), giveUp);
      };
      const timer = setTimeout(giveUp, limitMs);
      signal.addEventListener('abort', giveUp, { once: true });
      worker.on('message', answer).on('error', giveUp).on('exit', giveUp);
      send(order);
    });
  }

  /** Without the operator's environment: what it reads is a stranger's. */
  private start(heapMb: number): Worker {
    const script = path.join(import.meta.dirname, `reading-worker${path.extname(import.meta.filename)}`);
    const worker = new Worker(script, {
      env: {},
      execArgv: ['--no-warnings'],
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    const forget = () => {
      if (this.running?.worker === worker) this.running = undefined;
    };
    // An error that comes after the answer must not end the process.
    return worker.on('error', forget).on('exit', forget);
  }
}
