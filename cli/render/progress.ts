/**
 * Live progress of an index run, on stderr: a status line that is redrawn on a terminal, one plain line per finished server
 * elsewhere, so that a log stays a log.
 */
import { styleText } from 'node:util';
import type { IndexEvent } from '../../indexer/index.ts';
import { oneLine, plural } from './terminal-text.ts';

export interface Progress {
  show(event: IndexEvent): void;
  /** Clears the status line. */
  end(): void;
}

interface Counts {
  total: number;
  done: number;
  tools: number;
  failed: number;
  leftMs: number | undefined;
  running: Set<string>;
}

const clearLine = '\r\u001b[2K';

export function makeProgress(stream: NodeJS.WriteStream): Progress {
  const counts: Counts = { total: 0, done: 0, tools: 0, failed: 0, leftMs: undefined, running: new Set() };
  const live = stream.isTTY === true;
  const draw = () => stream.write(clearLine + statusLine(counts, (stream.columns ?? 80) - 1));
  // The estimate and the names move between events as well as with them.
  const timer = live ? setInterval(draw, 1000) : undefined;
  timer?.unref();

  return {
    show(event) {
      count(counts, event);
      const line = event.type === 'server-finished' ? finishedLine(counts, event, stream) : undefined;
      if (line !== undefined) stream.write(`${live ? clearLine : ''}${line}\n`);
      if (live) draw();
    },
    end() {
      clearInterval(timer);
      if (live) stream.write(clearLine);
    },
  };
}

function count(counts: Counts, event: IndexEvent): void {
  if (event.type === 'run-started') counts.total = event.total;
  if (event.type === 'server-started') counts.running.add(event.entryId);
  if (event.type !== 'server-finished') return;
  counts.running.delete(event.entryId);
  counts.done += 1;
  counts.tools += event.tools;
  counts.leftMs = event.leftMs;
  if (event.outcome === 'failed') counts.failed += 1;
}

type Finished = Extract<IndexEvent, { type: 'server-finished' }>;

function finishedLine(counts: Counts, event: Finished, stream: NodeJS.WriteStream): string {
  const place = `${String(counts.done).padStart(String(counts.total).length)}/${counts.total}`;
  const seconds = `${(event.durationMs / 1000).toFixed(1)} s`;
  const result =
    event.outcome === 'failed'
      ? styleText('red', `failed: ${oneLine(event.reason ?? 'no reason given', 140)}`, { stream })
      : `${plural(event.tools, 'tool')}${event.outcome === 'indexed' ? '' : `, ${event.outcome}`}${event.reason ? `, ${oneLine(event.reason, 120)}` : ''}`;
  return `${place}  ${oneLine(event.entryId, 60)}  ${result}  ${styleText('dim', seconds, { stream })}`;
}

export function statusLine(counts: Omit<Counts, 'running'> & { running: ReadonlySet<string> }, width: number): string {
  const left = counts.leftMs === undefined ? '' : `, about ${duration(counts.leftMs)} left`;
  const failures = counts.failed === 0 ? '' : `, ${counts.failed} failed`;
  const now = counts.running.size === 0 ? '' : ` · ${[...counts.running].join(', ')}`;
  return oneLine(
    `${counts.done}/${counts.total} servers, ${plural(counts.tools, 'tool')}${failures}${left}${now}`,
    width,
  );
}

export function duration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 100) return `${seconds} s`;
  return `${Math.round(seconds / 60)} min`;
}
