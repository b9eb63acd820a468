import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRevision } from './find-revision.ts';
import { openRepository } from './open-repository.ts';
import { openWorkshop, type Workshop } from './repository-for-test.ts';

let workshop: Workshop;
let server: Server;
let base = '';
let commit = '';
let asked = 0;

/** git's own web server program (git-http-backend(1)), behind a port of this machine. */
function serve(incoming: IncomingMessage, answer: ServerResponse): void {
  asked++;
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  if (url.pathname.startsWith('/moved'))
    answer.writeHead(302, { location: `${base}/a.git${url.pathname.slice(6)}${url.search}` }).end();
  else if (url.pathname.startsWith('/page')) answer.end('<html>not git</html>');
  else if (url.pathname.startsWith('/private')) answer.writeHead(401, { 'www-authenticate': 'Basic' }).end();
  else runBackend(incoming, answer, url);
}

function runBackend(incoming: IncomingMessage, answer: ServerResponse, url: URL): void {
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: workshop.folder,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: incoming.method,
      CONTENT_TYPE: incoming.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: String(incoming.headers['content-encoding'] ?? ''),
      GIT_PROTOCOL: String(incoming.headers['git-protocol'] ?? ''),
    },
  });
  incoming.pipe(child.stdin);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.on('close', () => {
    const output = Buffer.concat(chunks);
    const end = output.indexOf('\r\n\r\n');
    for (const line of output.toString('latin1', 0, end).split('\r\n')) {
      const [name = '', value = ''] = line.split(': ');
      if (name === 'Status') answer.statusCode = Number.parseInt(value, 10);
      else answer.setHeader(name, value);
    }
    answer.end(output.subarray(end + 4));
  });
}

beforeAll(async () => {
  workshop = openWorkshop();
  const folder = workshop.commit('source', { 'x.py': 'x', 'big.bin': Buffer.alloc(2_000_000, 7) });
  commit = workshop.git(folder, ['rev-parse', 'HEAD']);
  workshop.git(folder, ['tag', '-a', 'v1', '-m', 'one']);
  workshop.git(workshop.folder, ['clone', '-q', '--bare', folder, 'a.git']);
  workshop.git(join(workshop.folder, 'a.git'), ['config', 'uploadpack.allowFilter', 'true']);
  server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => {
  server.close();
  workshop.remove();
});

function request(location: string, ref?: string, offline = false) {
  return { location, ref, cacheFolder: join(workshop.folder, 'cache'), offline, signal: AbortSignal.timeout(60_000) };
}

describe('a repository behind an address', () => {
  it.each([undefined, 'main', 'v1', 'refs/tags/v1'])('is fetched and looked up at %s', async (ref) => {
    const opened = await openRepository(request(`${base}/a.git`, ref));
    if (!opened.ok) throw new Error(opened.reason);
    const texts = await opened.tree.read(['x.py', 'big.bin']);
    await opened.close();

    expect(Object.fromEntries(texts)).toEqual({ 'x.py': 'x' });
    expect(opened.commit).toBe(commit);
    expect(opened.tree.leftOut).toEqual(['1 file over 1 MB not read']);
    expect(await findRevision(request(`${base}/a.git`, ref))).toEqual({ ok: true, commit });
  });

  it.each([
    ['/nothing.git', undefined, 'not-found'],
    ['/a.git', 'gone', 'not-found'],
    ['/private.git', undefined, 'not-found'],
    ['/page', undefined, 'not-found'],
    ['/moved', undefined, 'unreachable'],
  ])('fails in a typed way: %s at %s', async (path, ref, failure) => {
    expect(await openRepository(request(base + path, ref))).toMatchObject({ ok: false, failure });
    expect(await findRevision(request(base + path, ref))).toMatchObject({ ok: false, failure });
  });

  it.each([
    ['at a private address', () => `${base}/a.git`, 'unreachable'],
    ['at a name for one', () => `${base.replace('127.0.0.1', 'localhost')}/a.git`, 'unreachable'],
    ['that is a folder of this machine', () => join(workshop.folder, 'a.git'), 'bad-input'],
    ['that is a file address', () => `file://${workshop.folder}/a.git`, 'bad-input'],
  ])('is not read %s where no person typed it', async (_what, locate, failure) => {
    const strange = { ...request(locate()), publicOnly: true };
    const before = asked;

    expect(await openRepository(strange)).toMatchObject({ ok: false, failure });
    expect(await findRevision(strange)).toMatchObject({ ok: false, failure });
    expect(asked).toBe(before);
  });

  it('is unreachable where nothing listens, and in an offline run', async () => {
    expect(await openRepository(request('http://127.0.0.1:1/a.git'))).toMatchObject({ failure: 'unreachable' });
    expect(await openRepository(request(`${base}/a.git`, undefined, true))).toMatchObject({ failure: 'unreachable' });
    expect(await findRevision(request(`${base}/a.git`, undefined, true))).toMatchObject({ failure: 'unreachable' });
  });
});
