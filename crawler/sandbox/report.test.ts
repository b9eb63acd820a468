import { Readable } from 'node:stream';
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

it('is whole, and ready, when the companion ends before it was at its place', async () => {
  const report = readReport(Readable.from(['name a.example\n']));

  await report.ready;

  expect(await report.whole).toEqual([{ host: 'a.example', port: undefined }]);
});
