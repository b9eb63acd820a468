import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSubject } from '../reading/subject.ts';
import { isQuoted } from '../verify-evidence.ts';
import type { AnySignal } from './define-signal.ts';
import { signals } from './index.generated.ts';
import type { SignalExample, SignalExamples } from './signal-examples.ts';

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

async function loadExamples(id: string): Promise<SignalExamples> {
  const module: { default: SignalExamples } = await import(`./${id}/examples.ts`);
  return module.default;
}

function detect(signal: AnySignal, { tool, handler = [] }: SignalExample) {
  return signal.detect(readSubject({ id: tool.name, definition: tool, handler }));
}

it('lists every folder, and names each signal after its own', () => {
  expect(signals.map(({ id }) => id)).toEqual(folders);
});

describe.each(signals.map((signal) => [signal.id, signal] as const))('%s', (id, signal) => {
  it('has three examples of each kind, a near miss, and one that means to deceive', async () => {
    const { present, absent } = await loadExamples(id);

    expect(present.length).toBeGreaterThanOrEqual(3);
    expect(absent.length).toBeGreaterThanOrEqual(3);
    expect(absent.some(({ nearMiss }) => nearMiss)).toBe(true);
    expect([...present, ...absent].some(({ adversarial }) => adversarial)).toBe(true);
  });

  it('quotes the words that its examples name, and only words that are there', async () => {
    for (const example of (await loadExamples(id)).present) {
      const outcome = detect(signal, example);
      const evidence = outcome.outcome === 'present' ? outcome.evidence : [];

      expect(
        evidence.map(({ quote }) => quote),
        example.shows,
      ).toContain(example.quote);
      for (const { pointer, quote, source } of evidence) {
        const place = source ?? { pointer };
        const isThere = isQuoted({ ...place, quote, says: '', from: '' }, example.tool, example.handler ?? []);
        expect(isThere, `${example.shows}: ${quote}`).toBe(true);
      }
    }
  });

  it('is silent where its examples say so', async () => {
    for (const example of (await loadExamples(id)).absent) {
      const { outcome } = detect(signal, example);
      expect(outcome === 'present', example.shows).toBe(false);
    }
  });

  it('does not conclude where it cannot look', async () => {
    for (const example of (await loadExamples(id)).unknown ?? []) {
      expect(detect(signal, example).outcome, example.shows).toBe('unknown');
    }
  });

  it('reads nothing but what it declares', async () => {
    const allowed = new Set<string>(signal.reads);
    for (const example of (await loadExamples(id)).present) {
      const reading = readSubject({ id: example.tool.name, definition: example.tool, handler: example.handler ?? [] });
      const watched = new Proxy(reading, {
        get(target, key, receiver) {
          expect(allowed, `${id} reads ${String(key)}`).toContain(key);
          return Reflect.get(target, key, receiver);
        },
      });
      signal.detect(watched);
    }
  });

  it('is explained under the four headings', () => {
    const readme = readFileSync(new URL(`./${id}/readme.md`, import.meta.url), 'utf8');
    const headings = [...readme.matchAll(/^## (.+)$/gm)].map((match) => match[1]);

    expect(headings).toEqual(['What it looks at', 'Why it matters', 'When it is wrong', 'What to do']);
  });
});
