import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examineSubject } from '../examine.ts';
import { signals } from '../signals/index.generated.ts';
import { type Curve, readCurve } from './curve.ts';
import { dropRepeated } from './distinct.ts';
import { embeddingSize } from './embedding.ts';
import { bucketCount, findFeatures } from './features.ts';
import { hashPhrase, hashText, mixHashes } from './hash.ts';
import { askLocalModel } from './local-model.ts';
import { answerCount, hiddenBucketCount, predict, unitCount, type Weights } from './predict.ts';
import { trained } from './weights.generated.ts';
import { vectorSize } from './word-vectors.ts';

const examine = (definition: unknown) => examineSubject({ id: 'x', definition }, signals);

describe('hashes of features', () => {
  it('differ by text, by seed and by order', () => {
    expect(hashText('open', 1)).not.toBe(hashText('opens', 1));
    expect(hashText('open', 1)).not.toBe(hashText('open', 2));
    expect(mixHashes(1, 2)).not.toBe(mixHashes(2, 1));
  });

  it('are signed numbers of 32 bits', () => {
    for (const text of ['', 'a', '\ud800', '消す']) expect(hashText(text, 5) | 0).toBe(hashText(text, 5));
  });

  it('of a phrase are those of its words with blanks between', () => {
    for (const words of [[''], ['read'], ['read', 'a', 'feed'], ['', '消す', '']])
      expect(hashPhrase(9, ...words)).toBe(hashText(words.join(' '), 9));
  });
});

describe('numbers without repetition', () => {
  it('keep their order, as those of a set do', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2000, max: 2000 }), { maxLength: 1500 }), (numbers) => {
        expect(dropRepeated(numbers)).toEqual([...new Set(numbers)]);
      }),
    );
  });
});

describe('the features of a tool', () => {
  it('stand in the buckets there are, each with a value', () => {
    const { buckets, values } = findFeatures(examine({ name: 'feed_cat', description: 'Feeds the cat.' }));

    expect(buckets.length).toBe(values.length);
    expect(buckets.every((bucket) => bucket >= 0 && bucket < bucketCount)).toBe(true);
    expect(values.every((value) => value > 0 && Number.isFinite(value))).toBe(true);
  });

  it('are bounded for a text without end', () => {
    const long = Array.from({ length: 200_000 }, (_, at) => `word${at}`).join(' ');
    const features = findFeatures(examine({ name: long, description: long }));

    expect(features.buckets.length).toBeLessThan(2_000);
  });
});

describe('what the words mean', () => {
  const embed = (name: string, description?: string) => findFeatures(examine({ name, description })).embedding;
  /** Of unit vectors, the cosine between them. */
  const compare = (one: ArrayLike<number>, other: ArrayLike<number>) =>
    Array.from({ length: vectorSize }, (_, at) => (one[at] ?? 0) * (other[at] ?? 0)).reduce((a, b) => a + b, 0);

  it('is nearer for words of like use', () => {
    expect(compare(embed('purchase'), embed('buy'))).toBeGreaterThan(compare(embed('purchase'), embed('swim')));
  });

  it('is at length 1 where a word is known, and nothing where none is', () => {
    const known = embed('swim');
    expect(compare(known, known)).toBeCloseTo(1);
    expect(Array.from(embed('qzxvk')).every((number) => number === 0)).toBe(true);
  });

  it('is left out where words are', () => {
    const { embedding } = findFeatures(examine({ name: 'swim' }), { rules: true, words: false });

    expect(embedding).toEqual(new Float32Array(embeddingSize));
  });
});

describe('a prediction', () => {
  it('sums to 1 over categories and over risks', () => {
    const { categories, risks } = askLocalModel(examine({ name: 'feed_cat', description: 'Feeds the cat.' }));

    for (const shares of [categories, risks]) expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1);
  });

  it('leans to what the weights of its features say, and to what its units make of them', () => {
    const numbers = new Float32Array(bucketCount * answerCount);
    numbers[answerCount * 3 + 2] = 4;
    const into = new Float32Array(hiddenBucketCount * unitCount);
    into[unitCount * 3] = 1;
    const out = new Array<number>(unitCount * answerCount).fill(0);
    out[5] = 4;
    const ones = (length: number) => new Array<number>(length).fill(1);
    const zeros = (length: number) => new Array<number>(length).fill(0);
    const weights: Weights = {
      direct: { numbers, scales: ones(answerCount) },
      hidden: [
        {
          into: { numbers: into, scales: ones(unitCount) },
          fromEmbedding: { numbers: new Float32Array(embeddingSize * unitCount), scales: ones(unitCount) },
          unitOffsets: zeros(unitCount),
          out,
          offsets: zeros(answerCount),
        },
      ],
      temperatures: [1, 1],
    };
    const { categories, risks } = predict(
      { buckets: [3], values: [1], embedding: new Float32Array(embeddingSize) },
      weights,
    );

    expect(risks.indexOf(Math.max(...risks))).toBe(1);
    expect(categories.indexOf(Math.max(...categories))).toBe(2);
  });
});

describe('the curve of confidence', () => {
  const curve: Curve = [
    [0.2, 0.5],
    [0.6, 0.9],
  ];

  it.each([
    ['below its first point', 0, 0.5],
    ['between two points', 0.4, 0.7],
    ['at a point', 0.6, 0.9],
    ['beyond its last point', 1, 0.9],
  ])('is read %s', (_where, share, right) => {
    expect(readCurve(curve, share)).toBeCloseTo(right);
  });

  it('gives nothing without points', () => {
    expect(readCurve([], 0.5)).toBe(0);
  });

  it('rises in the model that ships', () => {
    for (const shipped of Object.values(trained.curves)) {
      const rights = shipped.map(([, right]) => right);
      expect(rights).toEqual(rights.toSorted((a, b) => a - b));
    }
  });
});
