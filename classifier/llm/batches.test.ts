import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerEach, cutOff, type Reply, status } from '../../test/servers/messages-api/index.ts';
import { type TestBed, toolOf, batchTools as tools, withApi } from '../../test/servers/messages-api/with-api.ts';
import { classifyTool } from '../index.ts';
import type { LlmEvent } from './events.ts';

const inBatches = { batch: true };

async function recordsIn({ folder }: TestBed): Promise<string[]> {
  return readdir(path.join(folder, 'batches')).catch(() => []);
}

const creations = ({ api }: TestBed) => api.calls.filter((call) => call === 'POST /v1/messages/batches').length;

describe('a batch', () => {
  it('is made, waited for and read, at half the price', () =>
    withApi({ answer: (ask) => answerEach(ask), looksToEnd: 3 }, async (bed) => {
      const events: LlmEvent[] = [];

      const { report } = await bed.classify(tools, { ...inBatches, onEvent: (event) => events.push(event) });

      expect(report).toMatchObject({ requests: 6, outcomes: { answered: 6 } });
      expect(report.cost).toBeCloseTo(
        ((report.tokens.input * 2 +
          report.tokens.output * 10 +
          report.tokens.cacheWrite1h * 4 +
          report.tokens.cacheRead * 0.1) /
          1e6) *
          0.5,
        9,
      );
      expect(report.tokens.cacheWrite1h).toBeGreaterThan(0);
      expect(events.filter(({ type }) => type === 'batch-progress')).toHaveLength(2);
      expect(creations(bed)).toBe(1);
      expect(await recordsIn(bed)).toEqual([]);
    }));

  it('comes to an outcome for each request, and asks again about what can be answered', () => {
    const replies: Reply[] = [{ kind: 'expired' }, { kind: 'canceled' }, status(400), cutOff];
    return withApi({ answer: (ask) => replies[ask.number] ?? answerEach(ask) }, async (bed) => {
      const { outcomes, verdicts, report } = await bed.classify(tools, inBatches);

      expect(outcomes.map((outcome) => outcome?.kind)).toEqual([
        'expired',
        'cancelled',
        'failed',
        'answered',
        'answered',
        'answered',
      ]);
      expect(verdicts.slice(0, 3)).toEqual(tools.slice(0, 3).map(classifyTool));
      // The cut one went into a second batch.
      expect(creations(bed)).toBe(2);
      expect(report.unsettledCost).toBe(0);
    });
  });

  it('survives results that cannot be read, or are not there', () =>
    withApi(
      { answer: (ask) => answerEach(ask), spoilResults: (lines) => ['{"custom_', ...lines.slice(2), '[]'] },
      async (bed) => {
        const { report } = await bed.classify(tools, inBatches);

        expect(report.outcomes.answered).toBeGreaterThanOrEqual(4);
        expect(report.notes.length).toBeGreaterThan(0);
      },
    ));

  it('is made in pieces where all at once could go over the cost limit', () =>
    withApi({ answer: (ask) => answerEach(ask) }, async (bed) => {
      const { report } = await bed.classify(tools, { ...inBatches, maxCost: 0.15 });

      expect(creations(bed)).toBeGreaterThan(1);
      expect((report.cost ?? 1) + (report.unsettledCost ?? 1)).toBeLessThanOrEqual(0.15);
      expect(report.outcomes.answered).toBeGreaterThan(3);
    }));

  it('is not made where its record cannot be kept', () =>
    withApi({ answer: (ask) => answerEach(ask) }, async (bed) => {
      const file = path.join(bed.folder, 'a-file');
      await writeFile(file, '');

      const { report, verdicts } = await bed.classify(tools, { ...inBatches, cacheFolder: file });

      expect(verdicts).toEqual(tools.map(classifyTool));
      expect(report).toMatchObject({ outcomes: { 'not-asked': 6 }, stopped: { because: 'failing' } });
      expect(creations(bed)).toBe(0);
    }));

  it('that the API turns away leaves no record', () =>
    withApi(
      {
        answer: (ask) => answerEach(ask),
        intercept: (method, at) => (method === 'POST' && at.endsWith('/batches') ? status(400) : undefined),
      },
      async (bed) => {
        const { report } = await bed.classify(tools, inBatches);

        expect(report.outcomes).toEqual({ failed: 6 });
        expect(await recordsIn(bed)).toEqual([]);
      },
    ));
});

describe('a run that was stopped', () => {
  it('leaves its batch to the next, which pays for nothing twice', () =>
    withApi({ answer: (ask) => answerEach(ask), looksToEnd: 4 }, async (bed) => {
      const stopper = new AbortController();
      const first = await bed.classify(tools, {
        ...inBatches,
        signal: stopper.signal,
        onEvent: (event) => event.type === 'batch-progress' && stopper.abort(),
      });
      const second = await bed.classify(tools, inBatches);

      expect(first.report.outcomes).toEqual({ pending: 6 });
      expect(first.verdicts).toEqual(tools.map(classifyTool));
      expect(second.report.outcomes).toEqual({ answered: 6 });
      expect(second.report.cost).toBeGreaterThan(0);
      expect(creations(bed)).toBe(1);
      expect(await recordsIn(bed)).toEqual([]);
    }));

  it('by being killed does so too', () =>
    withApi({ answer: (ask) => answerEach(ask), looksToEnd: 2 }, async (bed) => {
      const program = path.resolve(import.meta.dirname, '../../test/servers/messages-api/batch-run.ts');
      const child = spawn(process.execPath, [program, bed.api.url, bed.folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      for await (const chunk of child.stdout) if (String(chunk).includes('batch-progress')) break;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;

      const { report } = await bed.classify(tools, inBatches);

      expect(report.outcomes).toEqual({ answered: 6 });
      expect(creations(bed)).toBe(1);
    }));

  it('is gone on with for other tools as well: what it asked about is in the cache', () =>
    withApi({ answer: (ask) => answerEach(ask), looksToEnd: 4 }, async (bed) => {
      const stopper = new AbortController();
      await bed.classify(tools, {
        ...inBatches,
        signal: stopper.signal,
        onEvent: (event) => event.type === 'batch-progress' && stopper.abort(),
      });

      await bed.classify([toolOf('list_crates', 'Lists.')], inBatches);
      const { report } = await bed.classify(tools, inBatches);

      expect(report).toMatchObject({ cached: 6, requests: 0 });
    }));

  it('finds the batch whose name it never heard', () => {
    const cutAfterCreation = (method: string, at: string, count: number) =>
      method === 'POST' && at.endsWith('/batches') && count === 1 ? ('after' as const) : undefined;
    return withApi({ answer: (ask) => answerEach(ask), intercept: cutAfterCreation }, async (bed) => {
      const { report } = await bed.classify(tools, inBatches);

      expect(report.outcomes).toEqual({ answered: 6 });
      expect(creations(bed)).toBe(1);
    });
  });

  it('finds it in a later run too', () => {
    let isDown = true;
    const intercept = (method: string, at: string) => {
      if (!isDown) return undefined;
      return method === 'POST' ? ('after' as const) : at.endsWith('/batches') ? ({ kind: 'drop' } as const) : undefined;
    };
    return withApi({ answer: (ask) => answerEach(ask), intercept }, async (bed) => {
      const first = await bed.classify(tools, {
        ...inBatches,
        patience: { mostTries: 2, firstWaitMs: 1, longestWaitMs: 2 },
      });
      isDown = false;
      const second = await bed.classify(tools, inBatches);

      expect(first.report.outcomes).toEqual({ pending: 6 });
      expect(second.report.outcomes).toEqual({ answered: 6 });
      expect(creations(bed)).toBe(1);
    });
  });

  it('asks anew where its batch is gone', () =>
    withApi({ answer: (ask) => answerEach(ask) }, async (bed) => {
      const stopper = new AbortController();
      await bed.classify(tools, {
        ...inBatches,
        signal: stopper.signal,
        onEvent: (event) => event.type === 'batch-created' && stopper.abort(),
      });
      const [name = ''] = await recordsIn(bed);
      const file = path.join(bed.folder, 'batches', name);
      await writeFile(file, (await readFile(file, 'utf8')).replace('msgbatch_1', 'msgbatch_99'));

      const { report } = await bed.classify(tools, inBatches);

      expect(report.outcomes).toEqual({ answered: 6 });
      expect(creations(bed)).toBe(2);
    }));

  it.each([
    ['cut off', (text: string) => text.slice(0, 30)],
    ['with an id that leads elsewhere', (text: string) => text.replace('msgbatch_1', '../../v1/files')],
  ])('passes over a record that is %s', (_what, spoil) =>
    withApi({ answer: (ask) => answerEach(ask) }, async (bed) => {
      const stopper = new AbortController();
      await bed.classify(tools, {
        ...inBatches,
        signal: stopper.signal,
        onEvent: (event) => event.type === 'batch-created' && stopper.abort(),
      });
      const [name = ''] = await recordsIn(bed);
      const file = path.join(bed.folder, 'batches', name);
      await writeFile(file, spoil(await readFile(file, 'utf8')));

      const { report } = await bed.classify(tools, inBatches);

      expect(report.outcomes).toEqual({ answered: 6 });
      expect(report.notes[0]).toContain('cannot be read');
    }),
  );
});
