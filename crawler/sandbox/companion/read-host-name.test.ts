import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readHostName } from './read-host-name.ts';

function makeHello(name: string): Buffer {
  const text = Buffer.from(name);
  const named = Buffer.concat([Buffer.from([0, 0, 0, text.length + 5, 0, text.length + 3, 0, 0, text.length]), text]);
  const other = Buffer.from([0, 0x17, 0, 0]);
  const extensions = Buffer.concat([other, named]);
  const body = Buffer.concat([
    Buffer.from([3, 3]),
    Buffer.alloc(32, 7),
    Buffer.from([0, 0, 2, 0x13, 1, 1, 0, 0, extensions.length]),
    extensions,
  ]);
  return Buffer.concat([Buffer.from([22, 3, 1, 0, body.length + 4, 1, 0, 0, body.length]), body]);
}

it.each([
  ['a TLS greeting', makeHello('API.Example.com'), 'api.example.com'],
  [
    'an HTTP request',
    Buffer.from('GET /x HTTP/1.1\r\nAccept: */*\r\nHost: api.example.com:80\r\n\r\n'),
    'api.example.com',
  ],
  ['a greeting without a name', makeHello('x').subarray(0, 60), undefined],
  ['a name with a line end', makeHello('a\nb.example'), undefined],
  ['a host with a space', Buffer.from('GET / HTTP/1.1\r\nHost: a b\r\n\r\n'), undefined],
  ['other words', Buffer.from('EHLO me\r\n'), undefined],
  ['nothing', Buffer.alloc(0), undefined],
])('reads %s', (_what, bytes, name) => {
  expect(readHostName(bytes)).toBe(name);
});

it('is total, whatever follows the beginning of a greeting', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(60), (bytes, cut) => {
      const mixed = Buffer.concat([makeHello('a.example').subarray(0, cut), Buffer.from(bytes)]);
      expect(readHostName(mixed) ?? '').toMatch(/^[a-z0-9_.-]*$/);
    }),
  );
});
