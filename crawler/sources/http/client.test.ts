import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ClientOptions, makeHttpClient } from './client.ts';
import { type Reply, serveForTest, type TestSource } from './serve-for-test.ts';

let folder: string;
let sources: TestSource[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-http-'));
});
afterEach(async () => {
  for (const source of sources) await source.close();
  sources = [];
  await rm(folder, { recursive: true });
});

async function serve(reply: Reply): Promise<TestSource> {
  const source = await serveForTest(reply);
  sources.push(source);
  return source;
}

function client(options: Partial<ClientOptions> = {}) {
  return makeHttpClient({ cacheFolder: folder, signal: new AbortController().signal, spacingMs: 0, ...options });
}

const typed = { allowPrivate: true };

test('gives what a source answers', async () => {
  const { address } = await serve((_request, response) => response.end('{"a":"ü"}'));

  expect(await client().get(`${address}/list#part`, typed)).toEqual({
    outcome: 'found',
    body: '{"a":"ü"}',
    unchanged: false,
    url: `${address}/list`,
  });
});

test('asks whether a kept answer still holds, and gives it where it does', async () => {
  const seen: unknown[] = [];
  const { address } = await serve((request, response) => {
    seen.push(request.headers['if-none-match']);
    if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"1"' }).end('one');
  });

  const first = await client().get(address, typed);
  const second = await client().get(address, typed);

  expect(seen).toEqual([undefined, '"1"']);
  expect(first).toMatchObject({ outcome: 'found', body: 'one', unchanged: false });
  expect(second).toMatchObject({ outcome: 'found', body: 'one', unchanged: true });
});

test('gives a kept answer offline, and says so of what it has not', async () => {
  const { address, asked } = await serve((_request, response) =>
    response.writeHead(200, { 'last-modified': 'Fri, 01 Nov 2024 00:00:00 GMT' }).end('kept'),
  );
  await client().get(`${address}/a`, typed);

  const offline = client({ offline: true });

  expect(await offline.get(`${address}/a`, typed)).toMatchObject({ outcome: 'found', body: 'kept' });
  expect(await offline.get(`${address}/b`, typed)).toMatchObject({ outcome: 'unreachable' });
  expect(asked).toEqual(['/a']);
});

test('keeps no answer to a request with credentials', async () => {
  const { address } = await serve((_request, response) => response.writeHead(200, { etag: '"1"' }).end('private'));

  await client().get(address, { ...typed, headers: { authorization: 'Bearer x' } });

  expect(await readdir(folder)).toEqual([]);
});

test.each([
  [404, {}, 'gone'],
  [410, {}, 'gone'],
  [401, {}, 'forbidden'],
  [403, {}, 'forbidden'],
  [403, { 'x-ratelimit-remaining': '0' }, 'rate-limited'],
  [429, { 'retry-after': '3600' }, 'rate-limited'],
  [503, { 'retry-after': '3600' }, 'rate-limited'],
  [503, {}, 'unreachable'],
  [500, {}, 'unreachable'],
  [400, {}, 'malformed'],
  [304, {}, 'malformed'],
  [302, {}, 'malformed'],
])('takes HTTP %i with %o for %s', async (status, headers, outcome) => {
  const { address } = await serve((_request, response) => response.writeHead(status, headers).end('x'));

  expect(await client({ longestWaitMs: 0 }).get(address, typed)).toMatchObject({ outcome });
});

test('waits as long as it is asked to, where that is short, and asks again', async () => {
  const { address, asked } = await serve((_request, response) => {
    if (asked.length === 1) response.writeHead(429, { 'retry-after': '0' }).end();
    else response.end('there');
  });

  expect(await client().get(address, typed)).toMatchObject({ outcome: 'found', body: 'there' });
});

test('leaves a host alone that asked for a long time, whatever else is wanted of it', async () => {
  const { address, asked } = await serve((_request, response) =>
    response.writeHead(429, { 'retry-after': '3600' }).end(),
  );
  const asking = client();

  expect(await asking.get(`${address}/a`, typed)).toMatchObject({ outcome: 'rate-limited', retryAfterMs: 3_600_000 });
  expect(await asking.get(`${address}/b`, typed)).toMatchObject({ outcome: 'rate-limited' });
  expect(asked).toEqual(['/a']);
});

test('asks one host for one thing at a time', async () => {
  let now = 0;
  let most = 0;
  const { address } = await serve((_request, response) => {
    most = Math.max(most, ++now);
    setTimeout(() => {
      now--;
      response.end('x');
    }, 10);
  });
  const asking = client();

  await Promise.all(['/a', '/b', '/c'].map((each) => asking.get(address + each, typed)));

  expect(most).toBe(1);
});

test('refuses a private address that nobody typed, however it is written', async () => {
  const { address, port, asked } = await serve((_request, response) => response.end('inside'));
  const pretending = client({ resolve: (_name, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]) });

  const answers = [
    await client().get(address),
    await client().get(`http://2130706433:${port}/`),
    await client().get(`http://[::ffff:127.0.0.1]:${port}/`),
    await pretending.get(`http://localhost:${port}/`),
  ];

  for (const answer of answers) expect(answer).toMatchObject({ outcome: 'forbidden' });
  expect(asked).toEqual([]);
});

test('an address that was typed allows no redirect to another private one', async () => {
  const inner = await serve((_request, response) => response.end('metadata'));
  const outer = await serve((_request, response) => response.writeHead(302, { location: inner.address }).end());

  expect(await client().get(outer.address, typed)).toMatchObject({ outcome: 'forbidden' });
  expect(inner.asked).toEqual([]);
});

test('follows redirects on the same host, and not without end', async () => {
  const { address } = await serve((request, response) => {
    if (request.url === '/new') response.end('moved');
    else response.writeHead(301, { location: request.url === '/old' ? '/new' : '/loop' }).end();
  });

  expect(await client().get(`${address}/old`, typed)).toMatchObject({ body: 'moved', url: `${address}/new` });
  expect(await client().get(`${address}/loop`, typed)).toMatchObject({ outcome: 'malformed' });
});

test.each(['file:///etc/passwd', 'ftp://example.com/', 'http://me:secret@127.0.0.1/', 'no address'])(
  'does not ask %s',
  async (address) => {
    expect((await client().get(address, typed)).outcome).toMatch(/forbidden|malformed/);
  },
);

test('stops at an answer that is too large, too slow, compressed or no HTTP', async () => {
  const { address } = await serve((request, response) => {
    if (request.url === '/large') response.end('x'.repeat(2000));
    if (request.url === '/packed') response.writeHead(200, { 'content-encoding': 'gzip' }).end('x');
    if (request.url === '/broken') response.socket?.end('nonsense\r\n\r\n');
    if (request.url === '/cut')
      response.writeHead(200, { 'content-length': '99' }).write('x', () => response.destroy());
  });
  const asking = client({ maxBytes: 1000, timeoutMs: 200 });

  expect(await asking.get(`${address}/large`, typed)).toMatchObject({ outcome: 'malformed' });
  expect(await asking.get(`${address}/packed`, typed)).toMatchObject({ outcome: 'malformed' });
  expect(await asking.get(`${address}/broken`, typed)).toMatchObject({ outcome: 'malformed' });
  expect(await asking.get(`${address}/cut`, typed)).toMatchObject({ outcome: 'unreachable' });
  expect(await asking.get(`${address}/silent`, typed)).toMatchObject({ outcome: 'unreachable' });
});

test('rejects when the run is stopped', async () => {
  const run = new AbortController();
  const { address } = await serve(() => run.abort());

  await expect(client({ signal: run.signal }).get(address, typed)).rejects.toThrow();
});
