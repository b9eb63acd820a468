/**
 * A process that reads source, one thing after another, and is killed where a reading goes beyond its bounds. Not a thread: one
 * that is ended while another begins can take the whole program down with it (nodejs/node#56312), and so can a parser that a
 * stranger's source breaks.
 */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Extraction, ExtractOptions } from './extract.ts';
import type { SourceTree } from './source-tree.ts';

/** To the worker: what to read, or the texts that it asked for. */
export type ToWorker =
  | { kind: 'package'; folder: string }
  | { kind: 'tree'; files: SourceTree['files']; leftOut: readonly string[]; options: ExtractOptions }
  | { kind: 'texts'; texts: ReadonlyMap<string, string> };
/** From the worker: which texts of the tree it needs, or what it found. */
export type FromWorker = { wanted: readonly string[] } | { extraction: Extraction };

export interface ReadLimits {
  /** For one reading, from when its turn comes. */
  limitMs: number;
  heapMb: number;
}

/** The parser's memory only ever grows, so the worker is ended after so many readings and another takes its place. */
const mostReads = 20;

export class ReadingProcess {
  private running: { worker: ChildProcess; reads: number } | undefined;
  private lastTurn: Promise<unknown> = Promise.resolve();

  /** `tree` answers what the worker asks for. Undefined where a bound is met, the reader breaks, or the signal aborts. Never rejects. */
  read(
    order: ToWorker,
    tree: SourceTree | undefined,
    signal: AbortSignal,
    limits: ReadLimits,
  ): Promise<Extraction | undefined> {
    const turn = this.lastTurn.then(() => (signal.aborted ? undefined : this.readNow(order, tree, signal, limits)));
    this.lastTurn = turn;
    return turn;
  }

  private readNow(
    order: ToWorker,
    tree: SourceTree | undefined,
    signal: AbortSignal,
    { limitMs, heapMb }: ReadLimits,
  ): Promise<Extraction | undefined> {
    this.running ??= { worker: this.start(heapMb), reads: 0 };
    const { worker } = this.running;
    const isLast = ++this.running.reads >= mostReads;
    keepWaitingFor(worker);
    return new Promise((resolve) => {
      const settle = (extraction: Extraction | undefined) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        worker.off('message', answer).off('error', giveUp).off('exit', giveUp);
        stopWaitingFor(worker);
        if (extraction === undefined || isLast) {
          this.running = undefined;
          worker.kill('SIGKILL');
        }
        resolve(extraction);
      };
      const giveUp = () => settle(undefined);
      // Where it cannot be sent the worker is gone, and its exit says so.
      const send = (message: ToWorker) => void worker.send(message, () => {});
      // It comes from our own worker.
      const answer = (message: unknown) => {
        const said = message as FromWorker;
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
  private start(heapMb: number): ChildProcess {
    const script = path.join(import.meta.dirname, `reading-worker${path.extname(import.meta.filename)}`);
    const worker = fork(script, {
      env: {},
      execArgv: ['--no-warnings', `--max-old-space-size=${heapMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const forget = () => {
      if (this.running?.worker === worker) this.running = undefined;
    };
    // An error that comes after the answer must not end the program.
    return worker.on('error', forget).on('exit', forget);
  }
}

function keepWaitingFor(worker: ChildProcess): void {
  worker.ref();
  worker.channel?.ref();
}

/** An idle worker does not keep the program from ending, and ends when the program does. */
function stopWaitingFor(worker: ChildProcess): void {
  worker.unref();
  worker.channel?.unref();
}
