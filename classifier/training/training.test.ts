import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes, decodeHalfBytes, type Table } from '../model/packed.ts';
import { familyOf } from './family.ts';
import { trainHidden } from './hidden-layer.ts';
import { fitCurve } from './isotonic.ts';
import { packBytes, packHalfBytes } from './pack.ts';
import { leaveOut, readRows, type TrainingRow } from './read-rows.ts';
import { scoreFeatures, softmax, trainSoftmax } from './softmax.ts';
import { asTable } from './tables.ts';

function readLines(...rows: readonly unknown[]): TrainingRow[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-training-'));
  try {
    const file = path.join(folder, 'rows.jsonl');
    writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    return readRows(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const line = { server: 'cattery', tool: 'feed_cat', description: 'Feed the cat.', category: 'write', risk: 'low' };

describe('reading labelled tools', () => {
  it('drops words of the prose from a list of parameters', () => {
    const inputSchema = [
      { name: 'Feed', required: false, type: 'string' },
      { name: 'feed_cat', required: false, type: 'string' },
      { name: 'grams', required: true, type: 'string' },
    ];

    expect(readLines({ ...line, inputSchema })[0]?.definition.inputSchema).toEqual({
      type: 'object',
      properties: { grams: { type: 'string' } },
      required: ['grams'],
    });
  });

  it('leaves out servers of a held family, servers of the pattern, and tools that stand in the held ones', () => {
    const rows = readLines(
      line,
      { ...line, server: 'npm/@paws/cattery-mcp', tool: 'other' },
      { ...line, server: 'kennel-cloud', tool: 'another' },
      { ...line, server: 'stable' },
      { ...line, server: 'aviary', tool: 'feed_bird' },
    );

    expect(leaveOut(rows, rows.slice(0, 1), /kennel/).map(({ server }) => server)).toEqual(['aviary']);
  });
});

it.each([
  ['npm/@paws/cattery-mcp-server', 'cattery'],
  ['cattery', 'cattery'],
  ['mcp', 'mcp'],
])('takes %s for the family %s', (server, family) => {
  expect(familyOf(server)).toBe(family);
});

describe('the regression', () => {
  const example = (bucket: number, label: number) => ({
    features: { buckets: [bucket], values: [1] },
    target: [0, 1].map((at) => (at === label ? 1 : 0)),
    weight: 1,
  });
  const options = { buckets: 4, classes: 2, passes: 20, rate: 0.2, decay: 1e-5, seed: 7 };
  const examples = [example(0, 0), example(1, 1), example(0, 0), example(1, 1)];

  it('learns which bucket speaks for which class', () => {
    const weights = trainSoftmax(examples, options);

    expect(softmax(scoreFeatures({ buckets: [0], values: [1] }, weights, 2))[0]).toBeGreaterThan(0.8);
    expect(softmax(scoreFeatures({ buckets: [1], values: [1] }, weights, 2))[1]).toBeGreaterThan(0.8);
  });

  it('gives the same weights for the same seed', () => {
    expect(trainSoftmax(examples, options)).toEqual(trainSoftmax(examples, options));
  });
});

const networkOptions = {
  buckets: 4,
  embedding: 0,
  units: 8,
  answers: 2,
  passes: 400,
  rate: 0.1,
  decay: 0,
  featureDropout: 0,
  unitDropout: 0,
  seed: 3,
};

describe('the network', () => {
  const bucketsOf = [[0], [1], [0, 1], [2]];
  // Either of the first two alone speaks for the second answer, both together for the first: no sum of weights can say that.
  const examples = bucketsOf.map((buckets, at) => ({
    features: { buckets, values: buckets.map(() => 1), embedding: [] },
    questions: [{ from: 0, target: at < 2 ? [0, 1] : [1, 0], weight: 1 }],
  }));

  it('learns that two features together mean something else than each alone', () => {
    const { into, unitOffsets, out, offsets } = trainHidden(examples, networkOptions);
    const askFor = (buckets: readonly number[]) => {
      const logits = [...offsets];
      for (let unit = 0; unit < networkOptions.units; unit++) {
        const sum = buckets.reduce((all, bucket) => all + (into[bucket * networkOptions.units + unit] ?? 0), 0);
        const strength = Math.max(0, sum + (unitOffsets[unit] ?? 0));
        for (const at of logits.keys()) logits[at] = (logits[at] ?? 0) + strength * (out[unit * 2 + at] ?? 0);
      }
      return softmax(logits)[1] ?? 0;
    };

    expect(bucketsOf.map((buckets) => askFor(buckets) > 0.5)).toEqual([true, true, false, false]);
  });

  it('gives the same weights for the same seed', () => {
    expect(trainHidden(examples, networkOptions)).toEqual(trainHidden(examples, networkOptions));
  });
});

it('fits a curve that never falls', () => {
  const outcomes = Array.from({ length: 400 }, (_, at) => ({ share: at / 400, right: at % 7 < 2 + at / 100 }));
  const rights = fitCurve(outcomes, 20).map(([, right]) => right);

  expect(rights).toEqual(rights.toSorted((a, b) => a - b));
  expect(rights.length).toBeGreaterThan(2);
});

it('learns what the numbers of an embedding speak for', () => {
  const examples = [0, 1].map((at) => ({
    features: { buckets: [0], values: [1], embedding: at === 0 ? [0, 1] : [0, -1] },
    questions: [{ from: 0, target: at === 0 ? [0, 1] : [1, 0], weight: 1 }],
  }));
  const trained = trainHidden(examples, { ...networkOptions, embedding: 2 });

  expect(trained.into).toHaveLength(networkOptions.buckets * networkOptions.units);
  expect([...trained.fromEmbedding].some((weight) => Math.abs(weight) > 0.3)).toBe(true);
});

describe('packing', () => {
  const columns = 8;
  const table = (numbers: readonly number[]) => asTable(Float32Array.from(numbers), columns);
  const unpack = ({ numbers, scales }: Table) =>
    Array.from(numbers, (number, at) => number * (scales[at % columns] ?? 0));

  it.each([
    ['a byte', packBytes, decodeBytes, 1 / 254],
    ['half a byte', packHalfBytes, decodeHalfBytes, 1 / 7],
  ])('into %s keeps each weight to a part of its column', (_size, pack, decode, part) => {
    const weight = fc.double({ min: -9, max: 9, noNaN: true });
    fc.assert(
      fc.property(fc.array(weight, { minLength: 2 * columns, maxLength: 2 * columns }), (numbers) => {
        const floats = [...table(numbers).numbers];
        for (const [at, number] of unpack(decode(pack(table(numbers)))).entries()) {
          const largest = Math.max(...floats.filter((_, place) => place % columns === at % columns).map(Math.abs));
          expect(Math.abs(number - (floats[at] ?? 0))).toBeLessThanOrEqual(largest * part + 1e-6);
        }
      }),
    );
  });

  it('into half a byte keeps small weights more finely than large ones', () => {
    const numbers = [...new Array<number>(columns).fill(49), ...new Array<number>(columns).fill(1)];

    expect(unpack(decodeHalfBytes(packHalfBytes(table(numbers))))).toEqual(numbers);
  });
});
