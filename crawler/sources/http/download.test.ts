import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DownloadRequest, download } from './download.ts';
import { type Reply, serveForTest, type TestSource } from './serve-for-test.ts';

let folder: string;
let sources: TestSource[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-download-'));
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

function fetchFile(url: string, options: Partial<DownloadRequest> = {}) {
  const bounds = { maxBytes: 10_000, deadlineMs: 20_000, signal: new AbortController().signal, allowPrivate: true };
  return download({ url, file: path.join(folder, 'file'), ...bounds, ...options });
}

test('brings the bytes as they are, with their checksum', async () => {
  const bytes = Buffer.from([0, 255, 13, 10, 128]);
  const { address } = await serve((_request, response) => response.end(bytes));

  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(await fetchFile(address)).toEqual({ outcome: 'found', sha256, bytes: 5 });
  expect(await readFile(path.join(folder, 'file'))).toEqual(bytes);
});

test.each<[string, Reply]>([
  ['says that it is too large', (_request, response) => response.writeHead(200, { 'content-length': '99999' }).end()],
  ['does not say so', (_request, response) => response.end(Buffer.alloc(20_000))],
])('stops where a file is larger than the bound and %s', async (_what, reply) => {
  const { address } = await serve(reply);

  expect(await fetchFile(address)).toMatchObject({ outcome: 'too-large' });
});

test('follows redirects without taking credentials along, and never to a private address', async () => {
  const seen: unknown[] = [];
  const far = await serve((request, response) => {
    seen.push(request.headers.authorization);
    response.end('x');
  });
  const near = await serve((request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(302, { location: request.url === '/far' ? far.address : '/far' }).end();
  });

  const answer = await fetchFile(near.address, { headers: { authorization: 'Bearer abc' } });

  expect(answer).toMatchObject({ outcome: 'forbidden', reason: expect.stringContaining('private') });
  expect(seen).toEqual(['Bearer abc', 'Bearer abc']);
  expect(await fetchFile(near.address, { allowPrivate: false })).toMatchObject({ outcome: 'forbidden' });
  expect(far.asked).toEqual([]);
});

test('refuses a name that leads to a private address', async () => {
  const { port, asked } = await serve((_request, response) => response.end('x'));

  expect(await fetchFile(`http://localhost:${port}/`, { allowPrivate: false })).toMatchObject({ outcome: 'forbidden' });
  expect(asked).toEqual([]);
});

test.each<[string, Reply, string]>([
  ['has it not', (_request, response) => response.writeHead(404).end(), 'gone'],
  ['refuses', (_request, response) => response.writeHead(403).end(), 'forbidden'],
  [
    'breaks off',
    (_request, response) => response.writeHead(200, { 'content-length': '50' }).write('x', () => response.destroy()),
    'unreachable',
  ],
  ['leads round in a circle', (_request, response) => response.writeHead(302, { location: '/' }).end(), 'malformed'],
  ['says nothing', () => {}, 'unreachable'],
])('tells that a place %s', async (_what, reply, outcome) => {
  const { address } = await serve(reply);

  expect(await fetchFile(address, { timeoutMs: 300 })).toMatchObject({ outcome });
});

test('ends a file that trickles in for too long', async () => {
  const { address } = await serve((_request, response) => response.writeHead(200).write('x'));

  expect(await fetchFile(address, { deadlineMs: 300 })).toMatchObject({
    outcome: 'unreachable',
    reason: expect.stringContaining('0.3 s'),
  });
});

test('ends at once where the run is stopped', async () => {
  const controller = new AbortController();
  const { address } = await serve((_request, response) => {
    response.writeHead(200).write('x');
    controller.abort();
  });

  await expect(fetchFile(address, { signal: controller.signal })).rejects.toThrow();
});
