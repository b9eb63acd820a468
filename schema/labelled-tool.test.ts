import { describe, expect, it } from 'vitest';
import { LabelledTool } from './labelled-tool.ts';

const read = (line: Record<string, unknown>) => LabelledTool.parse({ name: 'list_rooms', category: 'read', ...line });

describe('a labelled tool', () => {
  it('lets columns through that mean nothing here', () => {
    const tool = read({ colour: 'green', risk: 'low', risk_also: ['medium'] });

    expect(tool).toMatchObject({ tool: 'list_rooms', category: 'read', risk: 'low', riskAlso: ['medium'] });
    expect(tool).not.toHaveProperty('colour');
  });

  it.each([
    ['its family', { family: 'acme', server: 'acme-rooms' }, 'acme'],
    ['its server where no family is given', { server: 'acme-rooms' }, 'acme-rooms'],
    ['itself where there is neither', {}, 'list_rooms'],
  ])('belongs to %s', (_what, line, family) => {
    expect(read(line).family).toBe(family);
  });

  it.each([
    ['more answers are accepted', { also: ['write'] }, true],
    ['no other answer is', {}, false],
    ['it is said, whatever is accepted', { also: ['write'], ambiguous: false }, false],
  ])('is ambiguous as %s', (_what, line, ambiguous) => {
    expect(read(line).ambiguous).toBe(ambiguous);
  });

  it('accepts write and execute where it is only known that something changes', () => {
    expect(read({ category: 'mutate' })).toMatchObject({ category: 'write', also: ['execute'], ambiguous: true });
  });

  it.each([
    ['a name', { name: undefined }, 'a tool needs a name'],
    ['a category of the four', { category: 'harmless' }, 'Invalid option'],
    ['a risk of the four', { risk: 'unrated' }, 'Invalid option'],
  ])('needs %s', (_what, line, message) => {
    const result = LabelledTool.safeParse({ name: 'x', category: 'read', ...line });

    expect(result.error?.issues[0]?.message).toContain(message);
  });
});
