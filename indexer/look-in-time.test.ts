import { execFileSync } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { InspectContext } from '../crawler/inspect.ts';
import { lookInTime } from './look-in-time.ts';

/** A file that is opened and never answers: a pipe that nobody writes to. */
async function withStalledFile<T>(
  work: (file: string, context: (signal: AbortSignal) => InspectContext) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-stalled-'));
  const file = path.join(folder, 'pipe');
  execFileSync('mkfifo', [file]);
  const sandbox = { found: false, reason: 'none is wanted here', install: 'nothing' } as const;
  try {
    return await work(file, (signal) => ({ cacheFolder: folder, sandbox, offline: false, signal }));
  } finally {
    // Lets the opening of it come to an end, which would hold this process.
    await (await open(file, 'r+')).close();
    await rm(folder, { recursive: true });
  }
}

test.skipIf(process.platform === 'win32')('what does not stop when told to is left behind', async () => {
  await withStalledFile(async (file, context) => {
    const look = await lookInTime({ kind: 'tools', file }, context(new AbortController().signal), {
      limitMs: 20,
      graceMs: 20,
    });

    expect(look).toEqual({ ended: 'too-long' });
  });
});

test.skipIf(process.platform === 'win32')(
  'a run that is stopped is told apart from a server that took too long',
  async () => {
    await withStalledFile(async (file, context) => {
      const stop = new AbortController();
      setTimeout(() => stop.abort(), 20);

      const look = await lookInTime({ kind: 'tools', file }, context(stop.signal), { limitMs: 60_000, graceMs: 20 });

      expect(look).toEqual({ ended: 'stopped' });
    });
  },
);

test('a run that was stopped before looks at nothing', async () => {
  const sandbox = { found: false, reason: 'none is wanted here', install: 'nothing' } as const;
  const context: InspectContext = { cacheFolder: tmpdir(), sandbox, offline: false, signal: AbortSignal.abort() };

  const look = await lookInTime({ kind: 'tools', file: '/none.json' }, context, { limitMs: 1000, graceMs: 0 });

  expect(look).toEqual({ ended: 'stopped' });
});
