import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createPlainServer } from 'node:http';
import { createServer as createSecureServer, type Server } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { makeHttpClient } from './client.ts';
import { findProxy } from './find-proxy.ts';
import type { ResolveName } from './guard-lookup.ts';
import { fetchTyped } from './guarded-fetch.ts';
import { serveForTest, type TestSource } from './serve-for-test.ts';

const variables = [
  'https_proxy',
  'HTTPS_PROXY',
  'http_proxy',
  'HTTP_PROXY',
  'all_proxy',
  'ALL_PROXY',
  'no_proxy',
  'NO_PROXY',
];
const own = Object.fromEntries(variables.map((name) => [name, process.env[name]]));

function setProxies(values: Record<string, string | undefined>) {
  for (const name of variables) {
    if (values[name] === undefined) delete process.env[name];
    else process.env[name] = values[name];
  }
}

beforeEach(() => setProxies({}));
afterEach(() => setProxies(own));

test.each([
  ['https://a.example/', { HTTPS_PROXY: 'http://p.example:3128' }, 'http://p.example:3128/'],
  ['https://a.example/', { https_proxy: 'p.example:3128' }, 'http://p.example:3128/'],
  ['https://a.example/', { HTTPS_PROXY: 'http://p.example', https_proxy: 'http://q.example' }, 'http://q.example/'],
  ['http://a.example/', { HTTPS_PROXY: 'http://p.example' }, undefined],
  ['http://a.example/', { ALL_PROXY: 'http://p.example' }, 'http://p.example/'],
  ['https://a.example/', { HTTPS_PROXY: 'http://p.example', NO_PROXY: 'b.example, a.example' }, undefined],
  ['https://x.a.example/', { HTTPS_PROXY: 'http://p.example', NO_PROXY: '.a.example' }, undefined],
  ['https://xa.example/', { HTTPS_PROXY: 'http://p.example', NO_PROXY: 'a.example' }, 'http://p.example/'],
  ['https://a.example/', { HTTPS_PROXY: 'http://p.example', no_proxy: '*' }, undefined],
  ['https://a.example/', { HTTPS_PROXY: 'http://p.example', NO_PROXY: 'a.example:8443' }, 'http://p.example/'],
  ['https://a.example:8443/', { HTTPS_PROXY: 'http://p.example', NO_PROXY: 'a.example:8443' }, undefined],
  ['http://localhost:8/', { HTTP_PROXY: 'http://p.example' }, undefined],
  ['http://[::1]/', { HTTP_PROXY: 'http://p.example' }, undefined],
  ['https://a.example/', { HTTPS_PROXY: '' }, undefined],
])('%s with %j is asked through %s', (url, environment, expected) => {
  expect(findProxy(new URL(url), environment)?.href).toBe(expected);
});

describe('behind a proxy', () => {
  let proxy: TestSource;
  let seen: string[];
  beforeEach(async () => {
    seen = [];
    proxy = await serveForTest((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers['proxy-authorization'] ?? ''}`.trim());
      response.end(`for ${request.headers.host}`);
    });
    setProxies({ HTTP_PROXY: `http://me:p%40ss@127.0.0.1:${proxy.port}` });
  });
  afterEach(() => proxy.close());

  const get = (url: string, resolve?: ResolveName) =>
    makeHttpClient({
      cacheFolder: undefined,
      signal: new AbortController().signal,
      spacingMs: 0,
      ...(resolve === undefined ? {} : { resolve }),
    }).get(url);

  it('a name that only the proxy knows is asked for there', async () => {
    expect(await get('http://harbour.invalid/list?a=b')).toMatchObject({
      outcome: 'found',
      body: 'for harbour.invalid',
    });
    expect(seen).toEqual([`GET http://harbour.invalid/list?a=b Basic ${Buffer.from('me:p@ss').toString('base64')}`]);
  });

  it('a typed endpoint is asked there as well', async () => {
    const answer = await fetchTyped(new URL('http://harbour.invalid/mcp'), { method: 'POST', body: '{}' });

    expect(await answer.text()).toBe('for harbour.invalid');
    expect(seen[0]).toMatch(/^POST http:\/\/harbour\.invalid\/mcp/);
  });

  it('an address that is known to be private is not asked for', async () => {
    const inner: ResolveName = (_hostname, _options, callback) => callback(null, [{ address: '10.0.0.1', family: 4 }]);

    expect(await get('http://inside.example/', inner)).toMatchObject({ outcome: 'forbidden' });
    expect(await get('http://169.254.169.254/latest')).toMatchObject({ outcome: 'forbidden' });
    expect(seen).toEqual([]);
  });

  it('of another kind than HTTP nothing is asked', async () => {
    setProxies({ HTTP_PROXY: 'socks5://127.0.0.1:9' });

    expect(await get('http://harbour.invalid/')).toMatchObject({ outcome: 'unreachable' });
  });
});

const hasOpenssl = canRun('openssl');
if (!hasOpenssl) process.stderr.write('\n*** PROXY TEST SKIPPED: it needs openssl for a certificate ***\n\n');

function canRun(program: string): boolean {
  try {
    execFileSync(program, ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!hasOpenssl)('through a tunnel', () => {
  let folder: string;
  let cert: string;
  let secure: Server;
  const tunnels: string[] = [];
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-proxy-'));
    const [key, crt] = [path.join(folder, 'key.pem'), path.join(folder, 'crt.pem')];
    const subject = ['-subj', '/CN=harbour.invalid', '-addext', 'subjectAltName=DNS:harbour.invalid'];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', crt, '-days', '2', ...subject],
      { stdio: 'ignore' },
    );
    cert = readFileSync(crt, 'utf8');
    secure = createSecureServer({ key: readFileSync(key), cert }, (_request, response) => response.end('inside'));
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    tunnels.length = 0;
  });
  afterEach(() => {
    secure.closeAllConnections();
    secure.close();
    rmSync(folder, { recursive: true });
  });

  async function get(status: number, authorities: string[] | undefined) {
    // A server that listens on a port has an address of this form.
    const { port } = secure.address() as AddressInfo;
    const server = createPlainServer().on('connect', (request, socket) => {
      tunnels.push(request.url ?? '');
      socket.on('error', () => {});
      if (status !== 200) return socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
      socket.write('HTTP/1.1 200 Yes\r\n\r\n');
      const inner = connect(port, '127.0.0.1');
      inner.on('error', () => socket.destroy());
      socket.pipe(inner).pipe(socket);
      return undefined;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    setProxies({ HTTPS_PROXY: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    const client = makeHttpClient({ cacheFolder: undefined, signal: new AbortController().signal, spacingMs: 0 });
    const answer = await client.get('https://harbour.invalid/x', authorities === undefined ? {} : { authorities });
    server.closeAllConnections();
    server.close();
    return answer;
  }

  it('what is asked securely stays between the two ends, and the certificate is checked', async () => {
    expect(await get(200, [cert])).toMatchObject({ outcome: 'found', body: 'inside' });
    expect(await get(200, undefined)).toMatchObject({
      outcome: 'unreachable',
      reason: expect.stringMatching(/CERT|SIGN/),
    });
    expect(tunnels).toEqual(['harbour.invalid:443', 'harbour.invalid:443']);
  });

  it('that the proxy refuses nothing comes', async () => {
    expect(await get(407, [cert])).toMatchObject({
      outcome: 'unreachable',
      reason: expect.stringContaining('PROXY_407'),
    });
  });
});
