import { describe, expect, it } from 'vitest';
import { loadPythonParser } from './python/grammar.ts';
import { ancestorsOf, childAt, descend, maxTreeDepth, textOf } from './syntax-tree.ts';

async function parse(text: string) {
  const parsed = (await loadPythonParser())({ path: 'x.py', text });
  if (parsed === undefined) throw new Error('not parsed');
  return parsed;
}

describe('a syntax tree', () => {
  it('keeps fields, lines, parents and text', async () => {
    const { root, byType } = await parse('x = 1\n\ndef moor(ship): # here\n    return ship\n');
    const fn = byType.get('function_definition')?.[0];

    expect(fn?.line).toBe(3);
    expect(textOf(childAt(fn, 'name') ?? root)).toBe('moor');
    expect(fn?.parent).toBe(root);
    expect(byType.has('comment')).toBe(false);
  });

  it('walks below a node in source order, and up from it', async () => {
    const { root, byType } = await parse('f(a, g(b))\n');
    const names = [...descend(root)].filter((node) => node.type === 'identifier').map(textOf);
    const b = byType.get('identifier')?.at(-1) ?? root;

    expect(names).toEqual(['f', 'a', 'g', 'b']);
    expect([...ancestorsOf(b)].map(({ ancestor }) => ancestor.type)).toContain('call');
  });

  it('cuts what nests too deeply and says so', async () => {
    const { root, cut } = await parse(`x = ${'('.repeat(5000)}1${')'.repeat(5000)}\n`);
    let deepest = 0;
    for (const node of descend(root)) deepest = Math.max(deepest, [...ancestorsOf(node)].length);

    expect(cut).toBe(true);
    expect(deepest).toBeLessThanOrEqual(maxTreeDepth);
  });

  it('does not call a flat file cut', async () => {
    expect((await parse('x = [1, 2, 3]\n'.repeat(500))).cut).toBe(false);
  });

  it('reads on behind a syntax error', async () => {
    const { hasError, byType } = await parse('def broken(:\n\ndef whole():\n    pass\n');
    expect(hasError).toBe(true);
    expect(byType.get('function_definition')?.length).toBeGreaterThan(0);
  });
});
