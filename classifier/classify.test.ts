import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Category, categoryRank, type Risk, rankedCategories, riskRank } from '../schema/taxonomy.ts';
import { Verdict } from '../schema/verdict.ts';
import { classifyTool } from './index.ts';
import type { Prediction } from './model/predict.ts';
import { type AnySignal, presentIf } from './signals/define-signal.ts';
import { signals } from './signals/index.generated.ts';
import { makeVerdict } from './verdict.ts';
import { isQuoted } from './verify-evidence.ts';

const words = fc.constantFrom(
  ...'get list create delete remove run send pay browser page file all user role token sql command 删除 获取 не without to and or the it does not'.split(
    ' ',
  ),
);
const text = fc.array(words, { maxLength: 14 }).map((parts) => parts.join(' '));
const key = fc.constantFrom(
  'action',
  'command',
  'sql',
  'url',
  'path',
  'ids',
  'dry_run',
  'auto_create',
  '__proto__',
  'constructor',
  'code',
  'a/b~c',
);
const property = fc.oneof(
  fc.jsonValue(),
  fc.record({ type: fc.constantFrom('string', 'boolean', 'array', 'object'), description: text }),
  fc.record({ enum: fc.array(fc.oneof(words, fc.string(), fc.jsonValue()), { maxLength: 5 }), description: text }),
  fc.record({ anyOf: fc.array(fc.record({ const: words }), { maxLength: 4 }) }),
);
const schema = fc.record({ type: fc.constant('object'), properties: fc.dictionary(key, property, { maxKeys: 5 }) });
const definition = fc.record(
  {
    name: fc.oneof(
      text.map((name) => name.replaceAll(' ', '_')),
      fc.string(),
    ),
    title: fc.oneof(text, fc.jsonValue()),
    description: fc.oneof(text, fc.string({ unit: 'binary' }), fc.jsonValue()),
    inputSchema: fc.oneof(schema, fc.jsonValue()),
    annotations: fc.oneof(fc.record({ readOnlyHint: fc.boolean(), destructiveHint: fc.boolean() }), fc.jsonValue()),
  },
  { requiredKeys: [] },
);

const classify = (given: unknown) => classifyTool({ id: 'x', definition: given });

/** The same value with the keys of every object the other way round. */
function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, reverseKeys(inner)]),
  );
}

function always(indicates: AnySignal['indicates'], detect?: () => never): AnySignal {
  const evidence = [{ pointer: '/description', quote: 'x', weight: 'main' }] as const;
  return {
    id: 'always',
    title: 'It is always there',
    indicates,
    confidence: 'high',
    lifecycle: 'stable',
    since: '0.1.0',
    reads: [],
    detect: detect ?? (() => ({ outcome: 'present', evidence })),
  };
}

const given = { model: 'test', definitionHash: 'sha256:0' };

/** A model that doubts nothing. */
function certainOf(category: Category): Prediction {
  return { categories: rankedCategories.map((one) => (one === category ? 1 : 0)), risks: [1, 0, 0, 0] };
}

describe('for any JSON', () => {
  it('gives a verdict that fits its schema and quotes only what is there', () => {
    fc.assert(
      fc.property(fc.oneof(definition, fc.jsonValue()), (tool) => {
        const verdict = classify(tool);

        expect(Verdict.safeParse(verdict).success).toBe(true);
        for (const evidence of verdict.evidence) expect(isQuoted(evidence, tool, [])).toBe(true);
        expect(String(verdict.confidence)).toMatch(/^[01](\.\d{1,4})?$/);
      }),
      { numRuns: 400 },
    );
  });

  it('does not heed the order of keys', () => {
    fc.assert(
      fc.property(definition, (tool) => {
        expect(classify(reverseKeys(tool))).toEqual(classify(tool));
      }),
      { numRuns: 200 },
    );
  });

  it('wants a person to look where the description is taken away', () => {
    fc.assert(
      fc.property(definition, ({ description: _description, ...tool }) => {
        expect(classify(tool).needsReview).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('rates what is unclassified as unrated, and nothing else', () => {
    fc.assert(
      fc.property(definition, (tool) => {
        const { category, risk } = classify(tool);
        expect(risk === 'unrated').toBe(category === 'unclassified');
      }),
      { numRuns: 200 },
    );
  });

  it.each(['deletes', 'runs', 'messages-people', 'moves-money', 'changes-access', 'writes', 'accepts-shell'] as const)(
    'never gets milder by the rules when one more signal says that it %s',
    (indicates) => {
      const rulesAlone = { ...given, ask: () => undefined };
      fc.assert(
        fc.property(definition, (tool) => {
          const before = makeVerdict({ id: 'x', definition: tool }, { ...rulesAlone, signals });
          const after = makeVerdict(
            { id: 'x', definition: tool },
            { ...rulesAlone, signals: [...signals, always(indicates)] },
          );

          // Weak words (“manage”, “page”) yield to a clear one, whichever it is.
          if (before.category === 'unclassified' || before.confidence < 0.8) return;
          expect(categoryRank(after.category)).toBeGreaterThanOrEqual(categoryRank(before.category));
          expect(riskRank(after.risk)).toBeGreaterThanOrEqual(riskRank(before.risk));
        }),
        { numRuns: 150 },
      );
    },
  );

  it.each<[AnySignal['indicates'], string, Category, Risk]>([
    ['deletes', '/inputSchema/properties/action/enum/0', 'destructive', 'low'],
    ['accepts-shell', '/inputSchema/properties/command', 'execute', 'critical'],
    ['accepts-sql', '/inputSchema/properties/sql', 'execute', 'critical'],
    ['reaches-tools', '/inputSchema/properties/tool', 'execute', 'low'],
  ])('never goes under the floor that %s at %s sets, however sure the model is', (indicates, pointer, least, risk) => {
    const signal = { ...always(indicates), detect: () => presentIf([{ pointer, quote: 'x', weight: 'main' }]) };
    const plain = definition.map((tool) => ({ ...tool, description: 'Gets a list.' }));
    fc.assert(
      fc.property(plain, (tool) => {
        const verdict = makeVerdict(
          { id: 'x', definition: tool },
          { ...given, signals: [...signals, signal], ask: () => certainOf('read') },
        );

        expect(categoryRank(verdict.category)).toBeGreaterThanOrEqual(categoryRank(least));
        expect(riskRank(verdict.risk)).toBeGreaterThanOrEqual(riskRank(risk));
      }),
      { numRuns: 100 },
    );
  });

  it('never talks down the risk of a tool that runs the code it is given', () => {
    const parameters = { type: 'object', properties: { code: { type: 'string', description: 'JavaScript to run.' } } };
    const tool = { name: 'run_snippet', description: 'Runs a JavaScript snippet.', inputSchema: parameters };
    const likelierHigh = (): Prediction => ({ categories: [0, 0, 1, 0], risks: [0, 0, 0.9, 0.1] });

    expect(makeVerdict({ id: 'x', definition: tool }, { ...given, signals, ask: likelierHigh })).toMatchObject({
      category: 'execute',
      risk: 'critical',
    });
  });

  it('concludes nothing mild from a signal that throws', () => {
    const broken = always('reads', () => {
      throw new Error('a fault of ours');
    });
    fc.assert(
      fc.property(definition, (tool) => {
        const verdict = makeVerdict({ id: 'x', definition: tool }, { ...given, signals: [...signals, broken] });

        expect(verdict).toMatchObject({ category: 'unclassified', risk: 'unrated', needsReview: true, confidence: 0 });
        expect(verdict.rationale).toContain('always');
      }),
      { numRuns: 50 },
    );
  });
});

function nest(depth: number): unknown {
  let schemaAtDepth: Record<string, unknown> = { type: 'string' };
  for (let level = 0; level < depth; level++)
    schemaAtDepth = {
      type: 'object',
      ...(level % 2 ? { properties: { action: schemaAtDepth } } : { anyOf: [schemaAtDepth] }),
    };
  return schemaAtDepth;
}

function branch(depth: number): unknown {
  const leaf = { properties: { action: { enum: ['get', 'delete'] } } };
  let node: Record<string, unknown> = leaf;
  for (let level = 0; level < depth; level++) node = { anyOf: Array.from({ length: 50 }, () => node) };
  return node;
}

describe('hostile definitions', () => {
  const huge = 'delete '.repeat(1_500_000);
  it.each<[string, unknown]>([
    ['a name of 10 MB', { name: huge, description: 'Gets a list.' }],
    ['a description of 10 MB', { name: 'x', description: huge }],
    ['a description of one endless word', { name: 'x', description: 'a'.repeat(10_000_000) }],
    ['a description of one endless identifier', { name: 'x', description: `use ${'a_'.repeat(5_000_000)}` }],
    ['values of 10 MB', { name: 'x', inputSchema: { properties: { action: { enum: [huge, 'get'] } } } }],
    ['a key of 10 MB', { name: 'x', inputSchema: { properties: { [huge]: { type: 'string' } } } }],
    [
      '100,000 parameters',
      {
        name: 'x',
        inputSchema: {
          properties: Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`p${index}`, {}])),
        },
      },
    ],
    ['a schema 5,000 levels deep', { name: 'x', inputSchema: nest(5_000) }],
    ['125,000 variants', { name: 'x', inputSchema: branch(3) }],
    [
      'a reference to itself',
      { name: 'x', inputSchema: { $ref: '#', properties: { a: { $ref: '#/properties/a' }, b: { $ref: '#' } } } },
    ],
    ['half a surrogate pair', { name: 'x\ud800', description: 'Deletes \udfff.' }],
    ['a million line ends', { name: 'x', description: '\n'.repeat(1_000_000) }],
    ['spaces and colons', { name: 'x', description: ' : '.repeat(1_000_000) }],
  ])('is total over %s', (_what, tool) => {
    const verdict = classify(tool);

    expect(Verdict.safeParse(verdict).success).toBe(true);
    expect(JSON.stringify(verdict.evidence).length).toBeLessThan(100_000);
    expect(verdict.rationale.length).toBeLessThan(2_000);
  });

  it('does not give the reason of the risk again where the first sentence says it', () => {
    const { rationale } = classify({ name: 'grant_role', description: 'Grants a role to a member.' });

    expect(rationale.match(/It changes who may do what/g)).toHaveLength(1);
  });

  it('is not fooled by names that objects have of their own', () => {
    const tool = JSON.parse(
      '{"name":"constructor","description":"Deletes a room.","inputSchema":{"properties":{"__proto__":{"enum":["x"]},"toString":{"type":"string"}}}}',
    );

    expect(classify(tool).category).toBe('destructive');
  });
});

it.each([
  ['goes on', 'Gets a berth. It also erases the log of the harbour.', 'destructive'],
  ['goes on to deny it', 'Gets a berth. It also does not erase the log.', 'read'],
  ['tells of others', 'Gets a berth. The harbour master deletes old ones.', 'read'],
])('heeds a second sentence that %s', (_, description, category) => {
  expect(classify({ name: 'get_berth', description }).category).toBe(category);
});

it.each([
  ['an HTTP method left open', { httpMethod: { type: 'string' }, endpoint: { type: 'string' } }, 'execute'],
  ['only methods that read', { httpMethod: { enum: ['GET', 'HEAD'] }, endpoint: { type: 'string' } }, 'read'],
])('takes %s for what it allows', (_, properties, category) => {
  const definition = {
    name: 'harbour_api',
    description: 'Accesses the harbour.',
    inputSchema: { type: 'object', properties },
  };

  expect(classify(definition).category).toBe(category);
});

describe('plain words of what is run', () => {
  it.each(['Run a SQL query against the harbour book', 'Executes a shell command on the pier'])(
    'hold against a model that takes “%s” for a lookup',
    (description) => {
      const verdict = makeVerdict(
        { id: 'x', definition: { name: 'harbour_query', description } },
        { ...given, signals, ask: () => certainOf('read') },
      );

      expect(verdict.category).toBe('execute');
    },
  );

  it('do not where nothing but a lookup is promised', () => {
    const description = 'Run a SQL query against the harbour book. Read-only: nothing is changed.';
    const definition = { name: 'harbour_query', description };
    const verdict = makeVerdict({ id: 'x', definition }, { ...given, signals, ask: () => certainOf('read') });

    expect(verdict.category).toBe('read');
  });
});

describe('a router', () => {
  const router = {
    name: 'orchard',
    description: 'Lists trees and reads their records.',
    inputSchema: {
      type: 'object',
      properties: { command: { type: 'string', description: 'The sub-command' }, parameters: { type: 'object' } },
    },
  };

  it('is shown to a person where it declares none of its commands', () => {
    const verdict = classifyTool({ id: 'x', definition: router });

    expect(verdict).toMatchObject({ flags: ['metaTool'], needsReview: true });
    expect(verdict.rationale).toContain('Which commands it takes is not declared');
  });
});

describe('the values of a union', () => {
  it('are operations each, where every variant declares its own', () => {
    const variant = (value: string) => ({
      type: 'object',
      properties: { action: { type: 'string', const: value } },
      required: ['action'],
    });
    const definition = {
      name: 'berth_handles',
      description: 'List handles of a berth, or close one.',
      inputSchema: {
        type: 'object',
        properties: { action: { anyOf: [variant('list_handles'), variant('close_handle'), variant('delete_handle')] } },
      },
    };
    const { operations, category } = classifyTool({ id: 'x', definition });

    expect(operations.map(({ selector }) => selector)).toEqual([
      { path: '/action/action', value: 'list_handles' },
      { path: '/action/action', value: 'close_handle' },
      { path: '/action/action', value: 'delete_handle' },
    ]);
    expect(category).toBe('destructive');
  });

  it('are none where they say what happens to what is in the way', () => {
    const definition = {
      name: 'move_file',
      description: 'Moves a file.',
      inputSchema: {
        type: 'object',
        properties: { conflict_action: { type: 'string', enum: ['skip', 'rename', 'delete'] } },
      },
    };

    expect(classifyTool({ id: 'x', definition }).operations).toEqual([]);
  });
});

describe('an operation', () => {
  const chooser = (action: object) => ({
    name: 'manage_cat',
    description: 'Manages a cat.',
    inputSchema: { type: 'object', properties: { action } },
  });

  it('is judged by what the code does with its value alone', () => {
    const handler = [
      {
        kind: 'http' as const,
        verb: 'DELETE',
        quote: 'http.delete(url)',
        file: 'cat.py',
        line: 9,
        when: { path: '/action', value: 'retire' },
      },
    ];
    const subject = { id: 'x', definition: chooser({ type: 'string', enum: ['show', 'retire'] }), handler };

    const { category, operations } = classifyTool(subject);

    expect(operations.map(({ category: own }) => own)).toEqual(['read', 'destructive']);
    expect(category).toBe('destructive');
  });

  it('is read from the description of its parameter where the schema leaves it open', () => {
    const { category, operations } = classify(
      chooser({ type: 'string', description: "'show' (looks at it), 'feed' (gives it food) or 'delete' (removes it)" }),
    );

    expect(operations.map(({ selector }) => selector.value)).toEqual(['show', 'feed', 'delete']);
    expect(category).toBe('destructive');
  });
});
