import { expect, it } from 'vitest';
import { describeEgress, listEgress, noteNetwork } from './egress.ts';

it('names places once, sorted, a name without a connection with a star', () => {
  const reached = [
    { host: 'b.example', port: undefined },
    { host: 'a.example', port: undefined },
    { host: 'a.example', port: 443 },
    { host: 'a.example', port: 443 },
    { host: '::1', port: 80 },
  ];

  expect(listEgress(reached)).toEqual(['[::1]:80', 'a.example:443', 'b.example:*']);
});

it('leaves out what only our made-up values name', () => {
  const reached = [
    { host: 'dummy.invalid', port: 443 },
    { host: '1.0.0.127.in-addr.arpa', port: undefined },
    { host: 'notinvalid', port: 1 },
  ];

  expect(listEgress(reached)).toEqual(['notinvalid:1']);
});

it('says why there may be more, each reason once, and nothing where there is none', () => {
  const reached = [{ host: 'a.example', port: 443 }];

  expect(describeEgress(reached, new Set())).toEqual({ egress: ['a.example:443'] });
  expect(describeEgress([], new Set(['it was not watched', 'it sent more']))).toEqual({
    egress: [],
    egressGap: 'it was not watched; it sent more',
  });
});

it.each([
  ['list-failed', ['a.example:443'], ' It tried to reach a.example:443, and a server is started without a network.'],
  ['list-failed', ['localhost:3306'], ''],
  ['credential-required', ['a.example:443'], ''],
  [
    'timeout',
    ['a:1', 'b:1', 'c:1', 'd:1'],
    ' It tried to reach a:1, b:1, c:1 and others, and a server is started without a network.',
  ],
] as const)('after %s and %j notes "%s"', (failure, egress, note) => {
  expect(noteNetwork({ failure }, egress)).toBe(note);
});
