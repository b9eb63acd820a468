import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { guardLookup } from './guard-lookup.ts';
import { fetchPublic, fetchThrough } from './guarded-fetch.ts';
import { type Reply, serveForTest, type TestSource } from './serve-for-test.ts';

let served: TestSource | undefined;
afterEach(() => served?.close());

async function serve(reply: Reply): Promise<TestSource> {
  served = await serveForTest(reply);
  return served;
}

test('sends what fetch sends, and gives the answer as it comes', async () => {
  const { address } = await serve((request, response) => {
    request.on('data', (chunk) => {
      response.writeHead(202, { 'content-type': 'text/plain', 'x-method': request.method ?? '' });
      response.write(`got ${chunk}`);
      setTimeout(() => response.end(' and more'), 5);
    });
  });

  const response = await fetchThrough(new URL(address), { method: 'POST', body: 'this' }, undefined);

  expect([response.status, response.headers.get('x-method'), await response.text()]).toEqual([
    202,
    'POST',
    'got this and more',
  ]);
});

test('an MCP client talks through it', async () => {
  const handler = createMcpHandler(() => {
    const server = new McpServer({ name: 'quay', version: '1.0.0' });
    server.registerTool('moor', { description: 'Moors a ship.', inputSchema: z.object({}) }, () => ({ content: [] }));
    return server;
  });
  const { address } = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const body = request.method === 'POST' ? { body: new Uint8Array(Buffer.concat(chunks)) } : {};
    const answer = await handler.fetch(new Request(address, { method: request.method ?? 'GET', headers, ...body }));
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
  });
  const client = new Client({ name: 'test', version: '1.0.0' });

  await client.connect(
    new StreamableHTTPClientTransport(new URL(address), {
      fetch: (url, init) => fetchThrough(new URL(url), init ?? {}, undefined),
    }),
  );
  const { tools } = await client.listTools();
  await client.close();

  expect(tools.map(({ name }) => name)).toEqual(['moor']);
});

test.each([204, 304])('HTTP %i has no body', async (status) => {
  const { address } = await serve((_request, response) => response.writeHead(status).end());

  expect((await fetchThrough(new URL(address), {}, undefined)).body).toBeNull();
});

test('follows no redirect', async () => {
  const { address } = await serve((_request, response) => response.writeHead(302, { location: '/there' }).end());

  expect((await fetchThrough(new URL(address), {}, undefined)).status).toBe(302);
});

test('reaches no private address, written or looked up', async () => {
  const { address, port, asked } = await serve((_request, response) => response.end('inside'));
  const pretending = guardLookup((_name, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]));

  await expect(fetchPublic(new URL(address), {})).rejects.toMatchObject({ code: 'PRIVATE_ADDRESS' });
  await expect(fetchPublic(new URL(`http://localhost:${port}/`), {})).rejects.toThrow();
  await expect(fetchThrough(new URL(`http://localhost:${port}/`), {}, pretending)).rejects.toMatchObject({
    code: 'PRIVATE_ADDRESS',
  });
  expect(asked).toEqual([]);
});

test('ends when it is told to', async () => {
  const stop = new AbortController();
  const { address } = await serve(() => stop.abort());

  await expect(fetchThrough(new URL(address), { signal: stop.signal }, undefined)).rejects.toThrow();
});
