import type { LookupAddress } from 'node:dns';
import { expect, test } from 'vitest';
import { guardLookup, isPrivateLiteral, type ResolveName } from './guard-lookup.ts';

/** A resolver that gives these answers in turn. */
function answering(...answers: string[][]): { resolve: ResolveName; asked: () => number } {
  let count = 0;
  const resolve: ResolveName = (_hostname, _options, callback) => {
    const answer = answers[count++] ?? [];
    callback(
      null,
      answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return { resolve, asked: () => count };
}

function lookUp(resolve: ResolveName, all: boolean): Promise<string | string[] | LookupAddress[]> {
  return new Promise((done) => {
    guardLookup(resolve)('notes.example', { all }, (error, address) =>
      done(error ? `refused: ${error.code}` : address),
    );
  });
}

test('gives public addresses as they are, one or all', async () => {
  const addresses = ['8.8.8.8', '2606:4700::1111'];

  expect(await lookUp(answering(addresses).resolve, false)).toBe('8.8.8.8');
  expect(await lookUp(answering(addresses).resolve, true)).toEqual([
    { address: '8.8.8.8', family: 4 },
    { address: '2606:4700::1111', family: 6 },
  ]);
});

test.each([
  ['a private address', ['10.0.0.1']],
  ['a private address among public ones', ['8.8.8.8', '127.0.0.1']],
  ['the metadata service behind IPv6', ['::ffff:169.254.169.254']],
])('refuses a name that stands for %s', async (_what, addresses) => {
  expect(await lookUp(answering(addresses).resolve, true)).toBe('refused: PRIVATE_ADDRESS');
  expect(await lookUp(answering(addresses).resolve, false)).toBe('refused: PRIVATE_ADDRESS');
});

test('a name that changes its answer is asked once for each connection, and what was checked is what is given', async () => {
  const rebinding = answering(['8.8.8.8'], ['127.0.0.1']);

  expect(await lookUp(rebinding.resolve, false)).toBe('8.8.8.8');
  expect(rebinding.asked()).toBe(1);
  expect(await lookUp(rebinding.resolve, false)).toBe('refused: PRIVATE_ADDRESS');
});

test('a name without an address is not found', async () => {
  expect(await lookUp(answering([]).resolve, true)).toBe('refused: ENOTFOUND');
});

test.each([
  ['[::1]', true],
  ['127.0.0.1', true],
  ['[2606:4700::1111]', false],
  ['8.8.8.8', false],
  ['localhost', false],
])('of %s as a written address, private is %s', (hostname, expected) => {
  expect(isPrivateLiteral(hostname)).toBe(expected);
});
