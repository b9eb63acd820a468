import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inspectEndpoint } from './inspect-endpoint.ts';

const limits = { probeMs: 1_000, handshakeMs: 2_000, listMs: 4_000, settleMs: 100 };
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections();
});

async function listen(handle: RequestListener): Promise<string> {
  const server = createServer(handle);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this form.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
}

function inspectUrl(url: string, offline = false, headers: Record<string, string> = {}, publicOnly = false) {
  const sandbox = { found: false as const, reason: 'not needed', install: '' };
  const { signal } = new AbortController();
  const context = { cacheFolder: '/nowhere', sandbox, offline, headers, publicOnly, signal };
  return inspectEndpoint({ kind: 'http', url }, context, limits);
}

async function readBody(request: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const handler = createMcpHandler(() => {
  const server = new McpServer({ name: 'orchard', title: 'The orchard', version: '2.0.0' });
  server.registerTool('pick_apples', { description: 'Picks apples.', inputSchema: z.object({}) }, () => ({
    content: [],
  }));
  return server;
});

const serveOrchard: RequestListener = async (request, response) => {
  const body = request.method === 'POST' ? { body: new Uint8Array(await readBody(request)) } : {};
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const answer = await handler.fetch(
    new Request(`http://127.0.0.1${request.url}`, {
      method: request.method ?? 'GET',
      headers: Object.fromEntries(headers),
      ...body,
    }),
  );
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
};

function answerOldWay(method: string): { result?: object; error?: object } {
  const info = { protocolVersion: '2024-11-05', capabilities: { tools: {} }, serverInfo: { name: 'x', version: '1' } };
  const tools = [{ name: 'pick_pears', description: 'Picks pears.', inputSchema: { type: 'object' } }];
  if (method === 'initialize') return { result: info };
  return method === 'tools/list' ? { result: { tools } } : { error: { code: -32601, message: 'no' } };
}

describe('inspectEndpoint', () => {
  it('reaches no private address that nobody typed', async () => {
    let requests = 0;
    const url = await listen((_request, response) => {
      requests++;
      response.end();
    });

    const snapshot = await inspectUrl(url, false, {}, true);

    expect(snapshot.coverage).toMatchObject({ state: 'failed', failure: 'unreachable' });
    expect(requests).toBe(0);
  });

  it('lists a server of the newest protocol, and keeps the query to itself', async () => {
    const url = await listen(serveOrchard);

    const snapshot = await inspectUrl(`${url}?api_key=secret`);

    expect(snapshot).toMatchObject({
      server: { id: url, name: 'orchard', title: 'The orchard', version: '2.0.0' },
      coverage: { state: 'complete' },
      protocolVersion: '2026-07-28',
      tools: [{ definition: { name: 'pick_apples' } }],
    });
    expect(JSON.stringify(snapshot)).not.toContain('secret');
  });

  it('keeps the malformed tools of a server of an older protocol', async () => {
    const tools = [{ name: 'bare', 'x-new': 1 }, null];
    const url = await listen(async (request, response) => {
      if (request.method !== 'POST') return void response.writeHead(405).end();
      const { id, method } = JSON.parse((await readBody(request)).toString());
      const info = {
        protocolVersion: '2025-06-18',
        capabilities: { tools: {} },
        serverInfo: { name: 'x', version: '1' },
      };
      const results: Record<string, object> = { initialize: info, 'tools/list': { tools } };
      if (id === undefined) return void response.writeHead(202).end();
      const answer =
        results[method] === undefined ? { error: { code: -32601, message: 'no' } } : { result: results[method] };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ jsonrpc: '2.0', id, ...answer }));
    });

    const snapshot = await inspectUrl(url);

    expect(snapshot.tools.map(({ definition }) => definition)).toEqual(tools);
  });

  it('lists a server of HTTP+SSE', async () => {
    let stream: ServerResponse | undefined;
    const url = await listen(async (request, response) => {
      if (request.method === 'GET') {
        stream = response.writeHead(200, { 'content-type': 'text/event-stream' });
        stream.write('event: endpoint\ndata: /messages?session=1\n\n');
      } else if (request.url === '/mcp') {
        response.writeHead(405).end();
      } else {
        const { id, method } = JSON.parse((await readBody(request)).toString());
        response.writeHead(202).end();
        const result = answerOldWay(method);
        if (id !== undefined) stream?.write(`data: ${JSON.stringify({ jsonrpc: '2.0', id, ...result })}\n\n`);
      }
    });

    const snapshot = await inspectUrl(url);

    expect(snapshot).toMatchObject({
      launch: { transport: 'sse' },
      coverage: { state: 'complete' },
      protocolVersion: '2024-11-05',
      tools: [{ definition: { name: 'pick_pears' } }],
    });
  });

  it('does not wait for ever for a stream of events that says nothing', async () => {
    const url = await listen((request, response) => {
      if (request.method === 'GET')
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n');
      else response.writeHead(405).end();
    });

    expect((await inspectUrl(url)).coverage).toMatchObject({ state: 'failed', failure: 'protocol-error' });
  });

  it('sends headers to the endpoint, through redirects within it, and nowhere else', async () => {
    const seen: string[] = [];
    const elsewhere = await listen((request, response) => {
      seen.push(`elsewhere ${request.headers['x-key']}`);
      response.writeHead(404).end();
    });
    const url = await listen((request, response) => {
      seen.push(`${request.url} ${request.headers['x-key']}`);
      const location = request.url === '/mcp' ? '/mcp/' : elsewhere;
      response.writeHead(307, { location }).end();
    });

    const { coverage } = await inspectUrl(url, false, { 'x-key': 'secret' });

    expect(new Set(seen)).toEqual(new Set(['/mcp secret', '/mcp/ secret']));
    expect(coverage).toMatchObject({ state: 'failed', failure: 'not-found' });
  });

  it.each([
    ['private', { 'x-key': 'secret' }, true],
    ['private', {}, undefined],
    ['public', { 'x-key': 'secret' }, undefined],
  ])('of a %s list, read with %j, says whether it may be published', async (cacheScope, headers, isPrivate) => {
    const url = await listen(async (request, response) => {
      if (request.method !== 'POST') return void response.writeHead(405).end();
      const { id, method } = JSON.parse((await readBody(request)).toString());
      if (id === undefined) return void response.writeHead(202).end();
      const { result, error } = answerOldWay(method);
      const answer = result === undefined ? { error } : { result: { ...result, cacheScope, ttlMs: 60_000.7 } };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ jsonrpc: '2.0', id, ...answer }));
    });

    const snapshot = await inspectUrl(url, false, headers);

    expect(snapshot.isPrivate).toBe(isPrivate);
    expect(snapshot.ttlMs).toBe(60_000);
    expect(snapshot.coverage.reason?.includes('must not be published')).toBe(isPrivate);
    expect(JSON.stringify(snapshot)).not.toContain('secret');
  });

  it.each([
    [401, 'credential-required'],
    [403, 'credential-required'],
    [404, 'not-found'],
    [500, 'unreachable'],
    [200, 'protocol-error'],
  ])('records HTTP %i as %s', async (status, failure) => {
    const url = await listen((_, response) =>
      response.writeHead(status, { 'content-type': 'text/html' }).end('<p>hello</p>'),
    );

    expect((await inspectUrl(url)).coverage).toMatchObject({ state: 'failed', failure });
  });

  it('records an endpoint that is not there', async () => {
    expect((await inspectUrl('http://127.0.0.1:1/mcp')).coverage).toMatchObject({ failure: 'unreachable' });
    expect((await inspectUrl('http://127.0.0.1:1/mcp', true)).coverage).toMatchObject({ failure: 'unreachable' });
  });
});
