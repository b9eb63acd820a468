import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  answerEach,
  answerWith,
  cutOff,
  item,
  type Reply,
  refusal,
  status,
} from '../../test/servers/messages-api/index.ts';
import { toolOf, withApi } from '../../test/servers/messages-api/with-api.ts';
import { classifyTool } from '../index.ts';
import type { LlmEvent } from './events.ts';
import { openLlmClassifier } from './open-classifier.ts';

const tools = ['list_crates', 'open_crate', 'paint_crate', 'weigh_crate'].map((name) =>
  toolOf(name, `Does something with a crate: ${name}.`),
);
const locals = tools.map(classifyTool);
const single = tools.slice(0, 1);

afterEach(() => vi.unstubAllEnvs());

describe('asking about tools', () => {
  it('gives one verdict per tool, in order, and counts what it took', () =>
    withApi(
      { answer: (ask) => answerEach(ask, ({ name }) => (name === 'open_crate' ? { category: 'destructive' } : {})) },
      async ({ classify, api }) => {
        const { verdicts, outcomes, report } = await classify(tools);

        expect(verdicts.map(({ name }) => name)).toEqual(tools.map(({ id }) => id));
        expect(verdicts[1]?.category).toBe('destructive');
        expect(outcomes.map((outcome) => outcome?.kind)).toEqual(Array(4).fill('answered'));
        expect(api.asks).toHaveLength(1);
        expect(report).toMatchObject({
          subjects: 4,
          chosen: 4,
          asked: 4,
          cached: 0,
          requests: 1,
          outcomes: { answered: 4 },
        });
        expect(report.raised + report.agreed + report.kept + report.lowered).toBe(4);
        expect(report.tokens.cacheWrite5m).toBeGreaterThan(2_000);
        expect(report.cost).toBeGreaterThan(0);
        expect(report.estimatedCost).toBeGreaterThan(0);
      },
    ));

  it('estimates without a key what asking comes to, and sends nothing', () =>
    withApi({ answer: (ask) => answerEach(ask) }, async ({ api, folder, classify }) => {
      vi.stubEnv('ANTHROPIC_API_KEY', '');
      const estimate = (batch: boolean) =>
        openLlmClassifier({ mode: 'llm', cacheFolder: folder, batch }).estimate(tools);

      const [direct, batched] = [await estimate(false), await estimate(true)];
      expect(direct).toMatchObject({ subjects: 4, chosen: 4, cached: 0, requests: 1 });
      expect(batched.cost).toBeLessThan(direct.cost ?? 0);
      expect(api.calls).toEqual([]);
      await classify(single);
      expect(await estimate(false)).toMatchObject({ chosen: 4, cached: 1, requests: 1 });
    }));

  it('answers from the cache alone where nothing is to be sent', () =>
    withApi({ answer: (ask) => answerEach(ask, () => ({ category: 'destructive' })) }, async ({ api, classify }) => {
      await classify(single);
      const { verdicts, outcomes, report } = await classify(tools, { cachedOnly: true, client: {} });

      expect(verdicts[0]?.category).toBe('destructive');
      expect(verdicts.slice(1)).toEqual(locals.slice(1));
      expect(outcomes[1]).toEqual({ kind: 'not-asked', because: 'cached-only' });
      expect(report).toMatchObject({ cached: 1, requests: 0, cost: 0, outcomes: { answered: 1, 'not-asked': 3 } });
      expect(report.stopped).toBeUndefined();
      expect(api.calls).toHaveLength(1);
    }));

  it('asks in `auto` only about what the local model is unsure of', () =>
    withApi({ answer: (ask) => answerEach(ask) }, async ({ classify, api }) => {
      const sure = toolOf('delete_crate', 'Deletes a crate for good.');
      const { report, outcomes } = await classify([sure, toolOf('frobnicate')], { mode: 'auto' });

      expect(api.asks.flatMap((ask) => ask.tools.map(({ name }) => name))).toEqual(['frobnicate']);
      expect(outcomes[0]).toBeUndefined();
      expect(report).toMatchObject({ subjects: 2, chosen: 1, asked: 1 });
    }));

  it('sends the first request alone, so that the others find its prompt in the cache', () =>
    withApi({ answer: (ask) => answerEach(ask) }, async ({ classify }) => {
      const many = Array.from({ length: 24 }, (_, index) => toolOf(`list_${index}`, 'Lists crates.'));

      const { report } = await classify(many);

      expect(report.requests).toBe(3);
      expect(report.tokens.cacheRead).toBe(2 * report.tokens.cacheWrite5m);
    }));

  it('asks once about definitions that are the same', () =>
    withApi({ answer: (ask) => answerEach(ask) }, async ({ classify, api }) => {
      const { report } = await classify([
        toolOf('search', 'Searches.', {}, 'one'),
        toolOf('search', 'Searches.', {}, 'two'),
      ]);

      expect(api.asks.flatMap((ask) => ask.tools)).toHaveLength(1);
      expect(report.outcomes).toEqual({ answered: 2 });
    }));
});

describe('answers that are none', () => {
  async function outcomesOf(answer: Parameters<typeof withApi>[0]['answer'], given = tools) {
    const found: { kinds: (string | undefined)[]; requests: number; same: boolean } = {
      kinds: [],
      requests: 0,
      same: false,
    };
    await withApi({ answer }, async ({ classify }) => {
      const { outcomes, verdicts, report } = await classify(given);
      found.kinds = outcomes.map((outcome) => outcome?.kind);
      found.requests = report.requests;
      found.same = given.every(
        (subject, index) => JSON.stringify(verdicts[index]) === JSON.stringify(classifyTool(subject)),
      );
    });
    return found;
  }

  it.each<[string, Reply, string]>([
    ['a refusal', refusal, 'refused'],
    ['a cut', cutOff, 'cut-off'],
    ['prose', { kind: 'message', text: 'I would rather not say.' }, 'malformed'],
    ['an empty list', answerWith([]), 'missing'],
    ['a body that is no message', { kind: 'body', body: '{"hello":"there"}' }, 'malformed'],
    ['a refused request', status(400), 'failed'],
  ])('such as %s leave the local verdict, after a bounded number of requests', async (_what, reply, kind) => {
    const { kinds, requests, same } = await outcomesOf(() => reply);

    expect(kinds).toEqual(Array(4).fill(kind));
    expect(same).toBe(true);
    expect(requests).toBeLessThanOrEqual(16);
  });

  it('are narrowed down to the one tool that spoils the rest', async () => {
    const { kinds } = await outcomesOf((ask) =>
      ask.tools.some(({ name }) => name === 'paint_crate') ? refusal : answerEach(ask),
    );

    expect(kinds).toEqual(['answered', 'answered', 'refused', 'answered']);
  });

  it('are asked for again in smaller pieces where the answer was too long', async () => {
    const { kinds, requests } = await outcomesOf((ask) => (ask.tools.length > 1 ? cutOff : answerEach(ask)));

    expect(kinds).toEqual(Array(4).fill('answered'));
    expect(requests).toBe(7);
  });

  it('get more room where one tool alone was cut off', async () => {
    const { kinds } = await outcomesOf((ask) => (ask.params.max_tokens < 10_000 ? cutOff : answerEach(ask)), single);

    expect(kinds).toEqual(['answered']);
  });

  it('are asked for again where only one was left out', async () => {
    const { kinds, requests } = await outcomesOf((ask) =>
      answerWith(
        ask.tools.filter(({ name }) => ask.tools.length === 1 || name !== 'weigh_crate').map((tool) => item(tool)),
      ),
    );

    expect(kinds).toEqual(Array(4).fill('answered'));
    expect(requests).toBe(2);
  });
});

describe('an API that is busy', () => {
  it.each<[string, Reply]>([
    ['429 with a wait of thirty years', status(429, { 'retry-after': '999999999' })],
    ['429 with a wait of less than nothing', status(429, { 'retry-after': '-1' })],
    ['429 with a wait that is garbage', status(429, { 'retry-after': '\u00a7\u00a7' })],
    ['529', status(529)],
    ['500', status(500)],
    ['a closed connection', { kind: 'drop' }],
  ])('is asked again after %s', (_what, reply) =>
    withApi({ answer: (ask) => (ask.number < 2 ? reply : answerEach(ask)) }, async ({ classify }) => {
      const events: LlmEvent[] = [];

      const { report } = await classify(single, { onEvent: (event) => events.push(event) });

      expect(report.outcomes).toEqual({ answered: 1 });
      expect(events.filter(({ type }) => type === 'retry')).toHaveLength(2);
      for (const event of events) if (event.type === 'retry') expect(event.waitMs).toBeLessThanOrEqual(20);
    }),
  );

  it('is given up on after a bounded number of tries', () =>
    withApi({ answer: () => status(529) }, async ({ classify, api }) => {
      const { report, verdicts, outcomes } = await classify(single, {
        patience: { mostTries: 3, firstWaitMs: 1, longestWaitMs: 2 },
      });

      expect(api.asks).toHaveLength(3);
      expect(outcomes).toMatchObject([{ kind: 'failed', status: 529 }]);
      expect(verdicts).toEqual(locals.slice(0, 1));
      expect(report.cost).toBe(0);
    }));

  it('is left alone once three requests in a row have failed', () =>
    withApi({ answer: () => status(400) }, async ({ classify }) => {
      const many = Array.from({ length: 10 }, (_, index) =>
        toolOf('get_crate', 'Gets a crate.', { index }, `server-${index}`),
      );

      const { report } = await classify(many, { concurrency: 1 });

      expect(report.outcomes).toEqual({ failed: 3, 'not-asked': 7 });
      expect(report.stopped?.because).toBe('failing');
    }));

  it('that says nothing at all is not waited for for ever', () =>
    withApi({ answer: () => ({ kind: 'silence' }) }, async ({ classify }) => {
      const { outcomes, report } = await classify(single, {
        patience: { timeoutMs: 30, mostTries: 2, firstWaitMs: 1, longestWaitMs: 2 },
      });

      expect(outcomes).toMatchObject([{ kind: 'failed', status: undefined }]);
      // Nobody knows whether the two requests were charged.
      expect(report.unsettledCost).toBeGreaterThan(0);
    }));
});

describe('a key', () => {
  it('is taken from the environment, and only when something is asked', () =>
    withApi({ answer: (ask) => answerEach(ask), key: 'from-environment' }, async ({ classify, api }) => {
      vi.stubEnv('ANTHROPIC_API_KEY', 'from-environment');

      const { report } = await classify(single, { client: { baseURL: api.url } });

      expect(report.outcomes).toEqual({ answered: 1 });
    }));

  it('that is not there costs nothing but the answer', () =>
    withApi({ answer: (ask) => answerEach(ask) }, async ({ classify, api }) => {
      vi.stubEnv('ANTHROPIC_API_KEY', undefined);

      const { verdicts, report } = await classify(tools, { client: { baseURL: api.url } });

      expect(verdicts).toEqual(locals);
      expect(report).toMatchObject({ outcomes: { 'not-asked': 4 }, stopped: { because: 'no-key' } });
      expect(api.calls).toEqual([]);
    }));

  it('that is refused ends the asking', () =>
    withApi({ answer: (ask) => answerEach(ask), key: 'another' }, async ({ classify, api }) => {
      const many = Array.from({ length: 5 }, (_, index) =>
        toolOf('get_crate', 'Gets a crate.', { index }, `server-${index}`),
      );

      const { report } = await classify(many);

      expect(report.stopped?.because).toBe('key-refused');
      expect(api.calls).toHaveLength(1);
    }));
});

describe('a cost limit', () => {
  const many = Array.from({ length: 12 }, (_, index) =>
    toolOf('get_crate', 'Gets a crate.', { index }, `server-${index}`),
  );

  it('stops before it is exceeded, and keeps what was done', () =>
    withApi({ answer: (ask) => answerEach(ask) }, async ({ classify }) => {
      const { report, verdicts } = await classify(many, { maxCost: 0.09 });

      expect(report.stopped?.because).toBe('cost-limit');
      expect(report.outcomes.answered).toBeGreaterThan(0);
      expect(report.outcomes['not-asked']).toBeGreaterThan(0);
      expect(report.cost).toBeLessThanOrEqual(0.09);
      expect(verdicts).toHaveLength(12);
    }));

  it('is kept to when the API says nothing of what it took', () =>
    withApi({ answer: (ask) => ({ ...answerEach(ask), usage: {} }) }, async ({ classify }) => {
      const { report } = await classify(many, { maxCost: 0.2 });

      expect(report.stopped?.because).toBe('cost-limit');
      expect((report.cost ?? 0) + (report.unsettledCost ?? 0)).toBeLessThanOrEqual(0.2);
    }));

  it('of nothing asks nothing', () =>
    withApi({ answer: (ask) => answerEach(ask) }, async ({ classify, api }) => {
      const { report } = await classify(many, { maxCost: 0 });

      expect(report.outcomes).toEqual({ 'not-asked': 12 });
      expect(api.calls).toEqual([]);
    }));

  it('needs a price: none known, none given, nothing asked', () =>
    withApi({ answer: (ask) => answerEach(ask) }, async ({ classify }) => {
      const unknown = await classify(single, { model: 'model-of-tomorrow', maxCost: 1 });
      const prices = { input: 1, output: 1, cacheWrite5m: 1, cacheWrite1h: 1, cacheRead: 1 };
      const given = await classify(single, { model: 'model-of-tomorrow', maxCost: 1, prices });

      expect(unknown.report).toMatchObject({ outcomes: { 'not-asked': 1 }, stopped: { because: 'no-price' } });
      expect(given.report.outcomes).toEqual({ answered: 1 });
    }));
});

describe('the cache', () => {
  it('spares a second run every request', () =>
    withApi(
      { answer: (ask) => answerEach(ask, () => ({ category: 'write', outcome: 'consequential' })) },
      async ({ classify, api }) => {
        const first = await classify(tools);
        const second = await classify(tools);

        expect(second.verdicts).toEqual(first.verdicts);
        expect(second.report).toMatchObject({ cached: 4, asked: 0, requests: 0, cost: 0 });
        expect(api.asks).toHaveLength(1);
      },
    ));

  it('forgets nothing of what was answered before a run was stopped', () =>
    withApi({ answer: (ask) => (ask.number === 0 ? answerEach(ask) : { kind: 'silence' }) }, async ({ classify }) => {
      const many = Array.from({ length: 10 }, (_, index) => toolOf('get_crate', 'Gets a crate.', { index }));
      const stopper = new AbortController();

      const { report } = await classify(many, {
        signal: stopper.signal,
        onEvent: (event) => event.type === 'asked' && stopper.abort(),
      });
      const later = await classify(many.slice(0, 8));

      expect(report.outcomes).toEqual({ answered: 8, 'not-asked': 2 });
      expect(report.stopped?.because).toBe('aborted');
      expect(later.report.cached).toBe(8);
    }));

  it('is asked by model and definition', () =>
    withApi({ answer: (ask) => answerEach(ask) }, async ({ classify }) => {
      await classify(single);

      expect((await classify(single, { model: 'claude-opus-5-5' })).report.cached).toBe(0);
      expect((await classify([toolOf('list_crates', 'Another text.')])).report.cached).toBe(0);
    }));

  it.each([
    ['cut off', (text: string) => text.slice(0, 40)],
    ['about something else', (text: string) => text.replace('"read"', '"harmless"')],
    ['of another model', (text: string) => text.replace('claude-sonnet-5-5', 'claude-other')],
    ['of 2 MB', (text: string) => text + ' '.repeat(2_000_000)],
  ])('is passed over with a note where a file is %s', (_what, spoil) =>
    withApi({ answer: (ask) => answerEach(ask) }, async ({ classify, folder }) => {
      await classify(single);
      const [name] = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.json'));
      const file = path.join(folder, name ?? '');
      await writeFile(file, spoil(await readFile(file, 'utf8')));

      const { report } = await classify(single);

      expect(report).toMatchObject({ cached: 0, outcomes: { answered: 1 } });
      expect(report.notes).toHaveLength(1);
    }),
  );
});

it('holds back where the API says that nothing is left', () => {
  let resetsAt = 0;
  const headers = () => {
    resetsAt = Date.now() + 60;
    return {
      'anthropic-ratelimit-requests-remaining': '0',
      'anthropic-ratelimit-requests-reset': new Date(resetsAt).toISOString(),
    };
  };
  const times: number[] = [];
  const answer = (ask: Parameters<typeof answerEach>[0]) => {
    times.push(Date.now() - resetsAt);
    return answerEach(ask);
  };
  return withApi({ answer, headers }, async ({ classify }) => {
    const two = [toolOf('a', 'Lists.', {}, 'one'), toolOf('b', 'Lists.', {}, 'two')];

    await classify(two, { patience: { longestWaitMs: 1_000 } });

    expect(times[1]).toBeGreaterThanOrEqual(0);
  });
});

it('is stopped before it has begun', () =>
  withApi({ answer: (ask) => answerEach(ask) }, async ({ classify, api }) => {
    const { verdicts, report } = await classify(tools, { signal: AbortSignal.abort() });

    expect(verdicts).toEqual(locals);
    expect(report.stopped?.because).toBe('aborted');
    expect(api.asks).toEqual([]);
  }));
