import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressSegment, serverAddress } from './page-address.ts';

test.each([
  ['pkg:npm/chrome-devtools-mcp', 'npm/chrome-devtools-mcp'],
  ['pkg:npm/%40acme/notes', 'npm/acme~notes'],
  ['pkg:npm/@acme/notes', 'npm/acme~notes'],
  ['pkg:github/acme/notes-mcp', 'github/acme~notes-mcp'],
])('gives %s the address %s', (id, address) => {
  expect(serverAddress(id)).toBe(address);
});

test('keeps names apart that look alike once they are made plain', () => {
  const names = [
    'GetUser',
    'getuser',
    'get-user',
    'get user',
    'get/user',
    '../getuser',
    'gét-user',
    '',
    '.',
    '..',
    'con',
    'index',
  ];

  const addresses = names.map(addressSegment);

  expect(new Set(addresses.map((address) => address.toLowerCase())).size).toBe(names.length);
});

test('never gives a segment that climbs, hides or means something to a file system', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const segment = addressSegment(text);

      expect(segment).toMatch(/^[a-z0-9_][a-z0-9._~-]{0,99}$/);
      expect(segment).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d|index)(\.|$)/);
    }),
  );
});

test('gives any server id two segments', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('', 'pkg:npm/', 'https://'),
      (text, scheme) => {
        expect(serverAddress(scheme + text).split('/')).toHaveLength(2);
      },
    ),
  );
});
