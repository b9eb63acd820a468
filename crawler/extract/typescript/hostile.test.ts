import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractFiles } from '../extract-for-test.ts';

const head =
  "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';\nimport { z } from 'zod';\nconst server = new McpServer({});\n";
const tool = "server.registerTool('safe_harbour', { description: 'Words.', inputSchema: {} }, async () => ({}));\n";

describe('hostile source', () => {
  it.each([
    ['a line of a megabyte', `const x = "${'a'.repeat(900_000)}";`],
    ['deep brackets', `const x = ${'['.repeat(20_000)}${']'.repeat(20_000)};`],
    ['unclosed brackets', `const x = ${'[{('.repeat(50_000)}`],
    ['a long chain', `const x = a${'.b()'.repeat(20_000)};`],
    ['a long sum', `const x = ${'"a" + '.repeat(20_000)}"b";`],
    ['functions within functions', `${'() => '.repeat(3000)}1`],
    ['control characters', 'const x = "\u0007\u202E\u001B[2J";'],
    ['an unclosed template', 'const x = `${`${'],
  ])('with %s does not hide the tool beside it', async (_kind, text) => {
    const { tools } = await extractFiles({
      'server.ts': head + tool,
      'other.js': `server.tool\n${text}\nregisterTool()`,
    });
    expect(tools).toHaveLength(1);
  });

  it.each([
    [
      'a text that doubles',
      `let a0 = 'aa';\n${Array.from({ length: 120 }, (_, i) => `const a${i + 1} = a${i} + a${i};`).join('\n')}`,
      'a120',
    ],
    [
      'a list that doubles',
      `const a0 = [1, 2];\n${Array.from({ length: 120 }, (_, i) => `const a${i + 1} = [...a${i}, ...a${i}];`).join('\n')}`,
      'a120.join()',
    ],
    ['a function that calls itself', 'function f(n) { return f(n + 1) + f(n + 2); }', 'f(0)'],
    [
      'functions that call each other twice',
      `function f0() { return 'x'; }\n${Array.from({ length: 60 }, (_, i) => `function f${i + 1}() { return f${i}() + f${i}(); }`).join('\n')}`,
      'f60()',
    ],
    ['an object that holds itself', 'const o = { o: null }; o.o = o;', 'o.o.o'],
    ['a schema that holds itself', 'const S = z.object({ next: z.lazy(() => S) });', 'S'],
  ])('with %s stays bounded', async (_kind, before, expression) => {
    const { tools } = await extractFiles({
      'server.ts': `${head}${before}\nserver.registerTool('lift', { description: ${expression}, inputSchema: ${expression} }, () => ({}));\n${tool}`,
    });
    expect(tools.length).toBeGreaterThan(0);
    expect(JSON.stringify(tools).length).toBeLessThan(3_000_000);
  });

  it('with imports and exports that run in circles ends', async () => {
    const { tools } = await extractFiles({
      'server.ts': `${head}import { NAME } from './a.js';\nserver.registerTool(NAME, { description: 'd', inputSchema: {} }, () => ({}));\n${tool}`,
      'a.ts': "export * from './b.js';\n",
      'b.ts': "export * from './a.js';\n",
    });
    expect(tools).toHaveLength(1);
  });

  it.each(['__proto__', 'constructor', 'toString'])('with the name %s is read like any other', async (name) => {
    const { tools } = await extractFiles({
      'server.ts': `${head}server.registerTool('${name}', { description: 'd', inputSchema: { ['${name}']: z.string() } }, () => ({}));\n`,
    });
    expect(tools.map((one) => JSON.stringify(one.definition))).toEqual([
      `{"name":"${name}","description":"d","inputSchema":{"type":"object","properties":{"${name}":{"type":"string"}},"required":["${name}"]}}`,
    ]);
  });

  it('that is cut anywhere gives an answer and no exception', async () => {
    const whole = `${head}class A extends B { static n = 'x'; constructor(private t) { super(t); this.x = [1]; } get g() { return \`\${this.x}\`; } }\nenum E { A = 'a' }\nconst { a, ...rest } = f({ a: 1 });\nfor (const [k, { v }] of Object.entries(rest)) server.tool(k, v, { a: z.string().min(1).optional() }, async ({ a }) => fetch(a, { method: 'PUT' }));\nexport * from './x.js';\n${tool}`;
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(20), async (from, length) => {
        const text = whole.slice(0, from) + whole.slice(from + length);
        await expect(extractFiles({ 'server.ts': text })).resolves.toBeDefined();
      }),
      { numRuns: 60 },
    );
  });
});
