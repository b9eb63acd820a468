import { Duplex } from 'node:stream';
import { expect, it } from 'vitest';
import { parseReport, readReport } from './report.ts';

it('reads names and connections in their order', () => {
  expect(parseReport('name a.example\nready\nconnection a.example 443\nconnection ::1 80\n')).toEqual([
    { host: 'a.example', port: undefined },
    { host: 'a.example', port: 443 },
    { host: '::1', port: 80 },
  ]);
});

it.each([
  ['a line that was cut off', 'connection a.example 44'],
  ['a port that is none', 'connection a.example 70000\n'],
  ['a host that is none', 'connection <b> 80\nname \u202ea\n'],
  ['other words', 'hello\n\n'],
])('leaves out %s', (_what, text) => {
  expect(parseReport(text)).toEqual([]);
});

const cutShort = 'the watch ended before it did';

it.each([
  ['told its end', 'name a.example\nready\nend\n', undefined],
  ['ended before it was at its place', 'name a.example\n', cutShort],
  ['was cut off in its last word', 'name a.example\nready\nen', cutShort],
  ['saw too much', 'name a.example\ngap many\nend\n', 'it tried more places than are kept'],
  ['could not see all and was ended', 'name a.example\ngap ipv6\n', `IPv6 could not be watched; ${cutShort}`],
  ['says what nobody knows', 'name a.example\ngap other\nend\n', 'it could not be watched'],
])('of a companion that %s it says what may be missing', async (_what, text, gap) => {
  const report = readReport(Duplex.from([text]));

  await Promise.all([report.ready, report.programOver]);

  expect(await report.whole).toEqual({
    reached: [{ host: 'a.example', port: undefined }],
    ...(gap === undefined ? {} : { reachedGap: gap }),
  });
});

it('asks for the rest once the program is over', async () => {
  const sent: string[] = [];
  const stream = new Duplex({ read: () => {}, write: (chunk, _encoding, done) => done(void sent.push(String(chunk))) });
  const report = readReport(stream);
  stream.push('ready\nen');
  stream.push('ded\n');

  await report.programOver;
  stream.push('connection a.example 443\nend\n');

  expect((await report.whole).reached).toEqual([{ host: 'a.example', port: 443 }]);
  expect(sent).toEqual(['close\n']);
});
