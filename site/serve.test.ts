import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSite, ServeError, serveSite } from './serve.ts';

let home: string;
let site: RunningSite;

beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'plimsoll-serve-'));
  const folder = path.join(home, 'site');
  await mkdir(path.join(folder, 'servers', 'a tool'), { recursive: true });
  await writeFile(path.join(home, 'secret.txt'), 'secret');
  await writeFile(path.join(folder, 'index.html'), '<h1>Home</h1>');
  await writeFile(path.join(folder, '404.html'), '<h1>Missing</h1>');
  await writeFile(path.join(folder, 'policy.json'), '{}');
  await writeFile(path.join(folder, 'servers', 'a tool', 'index.html'), '<h1>Tool</h1>');
  await symlink(path.join(home, 'secret.txt'), path.join(folder, 'link.txt'));
  site = await serveSite({ folder, port: 0 });
});

afterAll(async () => {
  await site.close();
  await rm(home, { recursive: true, force: true });
});

interface Answer {
  status: number;
  type: string;
  location: string | undefined;
  body: string;
}

/** Sends the path as it is; `fetch` would tidy it first. */
function ask(target: string, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: site.port, path: target, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          location: response.headers.location,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

test.each([
  ['/', 'text/html; charset=utf-8', 'Home'],
  ['/policy.json', 'application/json; charset=utf-8', '{}'],
  ['/servers/a%20tool/', 'text/html; charset=utf-8', 'Tool'],
  ['/?q=anything', 'text/html; charset=utf-8', 'Home'],
])('%s is sent as %s', async (target, type, part) => {
  const answer = await ask(target);

  expect(answer).toMatchObject({ status: 200, type });
  expect(answer.body).toContain(part);
});

test('leads a folder to its address with a slash', async () => {
  expect(await ask('/servers/a%20tool')).toMatchObject({ status: 308, location: './a%20tool/' });
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/servers/..%2f..%2fsecret.txt',
  '/..%5csecret.txt',
  '/link.txt',
  '/%00',
  '/%zz',
  '//etc/passwd',
  'http://elsewhere.example/secret.txt',
  '/nothing-here',
])('%s is answered with the page for what is missing', async (target) => {
  const answer = await ask(target);

  expect(answer.status).toBe(404);
  expect(answer.body).toContain('Missing');
});

test('sends headers alone for HEAD', async () => {
  expect(await ask('/', 'HEAD')).toMatchObject({ status: 200, body: '' });
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
  expect((await ask('/', method)).status).toBe(405);
});

test('takes the next port where one is taken', async () => {
  const second = await serveSite({ folder: path.join(home, 'site'), port: site.port });

  expect(second.port).toBeGreaterThan(site.port);
  await second.close();
});

test('says so where there is no site', async () => {
  await expect(serveSite({ folder: path.join(home, 'empty'), port: 0 })).rejects.toThrow(ServeError);
});

test('says so where no port is free', async () => {
  const folder = path.join(home, 'site');

  await expect(serveSite({ folder, port: site.port, attempts: 0 })).rejects.toThrow(/taken/);
});
