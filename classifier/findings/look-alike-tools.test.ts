import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeNameBook } from './look-alike-tools.ts';

const known = [
  { server: 'pkg:npm/mailer', name: 'send_email' },
  { server: 'pkg:npm/depot', name: 'list-crates' },
  { server: 'pkg:npm/depot', name: 'top10' },
];

describe('a tool beside those of other servers', () => {
  it.each([
    ['a letter of another alphabet', 's\u0435nd_email'],
    ['another alphabet throughout', 'ѕеnԁ_еmаіӏ'],
    ['capitals and wide letters', 'ＳＥＮＤ_email'],
    ['a character that nobody sees', 'send\u200b_email'],
    ['another hyphen', 'list\u2010crates'],
  ])('is an alarm where %s makes its name pass for theirs', (_what, name) => {
    expect(makeNameBook(known).find(name)).toMatchObject({ id: 'shadowing', severity: 'alarm', quote: name });
  });

  it.each(['send_emai1', '1ist-crates'])('is a warning where a digit makes %s pass for another name', (name) => {
    expect(makeNameBook(known).find(name)).toMatchObject({ id: 'shadowing', severity: 'warning', quote: name });
  });

  it('is told which tool it passes for, and whose that is', () => {
    const more = ['a', 'b', 'c'].map((id) => ({ server: `pkg:npm/${id}`, name: 'send_email' }));

    expect(makeNameBook([...known, ...more]).find('send_ema\u0456l')?.message).toBe(
      'The name is written so that it passes for “send_email”, a tool of pkg:npm/a and pkg:npm/b and 2 more.',
    );
  });

  it.each([
    'send_email',
    'sendEmail',
    'Send-Email',
    'send_emails',
    'top10',
    'top1o',
    'отправить',
    'send_émail',
    'sha256',
    'v10_list',
  ])('is nothing to speak of where it is called %s', (name) => {
    expect(makeNameBook([...known, { server: 'x', name }]).find(name)).toBeUndefined();
  });

  it('names the servers of disguised tools, and none where nobody has the plain name', () => {
    const odd = { server: 'pkg:npm/odd', name: 'sеnd_email' };

    expect(makeNameBook([...known, odd]).servers()).toEqual(['pkg:npm/odd']);
    expect(makeNameBook([odd]).servers()).toEqual([]);
    expect(makeNameBook([odd]).find(odd.name)).toBeUndefined();
  });

  it('does not heed the order', () => {
    const tool = fc.record({
      server: fc.constantFrom('a', 'b', 'c'),
      name: fc.constantFrom('list', 'lіst', '1ist', 'l1st', 'LIST'),
    });
    fc.assert(
      fc.property(fc.array(tool), (tools) => {
        const [there, back] = [makeNameBook(tools), makeNameBook(tools.toReversed())];
        expect(there.servers()).toEqual(back.servers());
        for (const { name } of tools) expect(there.find(name)).toEqual(back.find(name));
      }),
    );
  });

  it.each([
    ['a name of 10 MB', 'а'.repeat(10_000_000)],
    ['names that objects have', '__proto__'],
    ['none', ''],
  ])('is total over %s', (_what, name) => {
    const finding = makeNameBook([{ server: '__proto__', name }, ...known]).find(name);
    expect((finding?.quote ?? '').length).toBeLessThanOrEqual(200);
  });
});
