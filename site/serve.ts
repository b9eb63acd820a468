/**
 * Serves a built site from a folder: `node:http`, this machine alone unless told otherwise. It reads inside the folder only, and
 * what it sends carries the headers that a page of strangers' texts should have.
 */
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';

export interface ServeOptions {
  /** The built site. */
  folder: string;
  /** The first port to try; 0 takes any. */
  port: number;
  /** `127.0.0.1` unless given. */
  host?: string;
  /** How many ports after the first are tried when one is taken; 20 unless given. */
  attempts?: number;
}

export interface RunningSite {
  url: string;
  port: number;
  /** Stops listening and lets go of open connections. */
  close(): Promise<void>;
}

export class ServeError extends Error {
  override name = 'ServeError';
}

const contentTypes = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.xml', 'application/xml; charset=utf-8'],
]);

const headers = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
};

/** Resolves once it listens. @throws {ServeError} where the folder holds no site or no port is free. */
export async function serveSite(options: ServeOptions): Promise<RunningSite> {
  const { host = '127.0.0.1', attempts = 20 } = options;
  const folder = await realpath(options.folder).catch(() => undefined);
  if (folder === undefined || !(await isFile(path.join(folder, 'index.html')))) {
    throw new ServeError(`there is no built site in ${options.folder}; build it with \`plimsoll site build\``);
  }
  const server = createServer((request, response) => {
    answer(folder, request, response).catch(() => response.destroy());
  });
  const port = await listen(server, host, options.port, attempts);
  const name = host.includes(':') ? `[${host}]` : host === '127.0.0.1' ? 'localhost' : host;
  return { url: `http://${name}:${port}/`, port, close: () => closeServer(server) };
}

async function listen(server: Server, host: string, first: number, attempts: number): Promise<number> {
  for (let port = first; port <= first + attempts && port <= 65_535; port++) {
    const outcome = await tryPort(server, host, port);
    if (typeof outcome === 'number') return outcome;
    if (outcome.code !== 'EADDRINUSE') throw new ServeError(`cannot listen on ${host}:${port}: ${outcome.message}`);
  }
  throw new ServeError(`every port from ${first} to ${first + attempts} is taken; give another with --port`);
}

function tryPort(server: Server, host: string, port: number): Promise<number | NodeJS.ErrnoException> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => {
      server.removeListener('error', resolve);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...headers, Allow: 'GET, HEAD', 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('Only GET and HEAD are answered here.\n');
    return;
  }
  const relative = readAddress(request.url ?? '/');
  if (relative !== undefined && !relative.endsWith('/') && (await isFolder(folder, relative))) {
    // A relative target, so that an address such as `//elsewhere` cannot lead off the site.
    response.writeHead(308, { ...headers, Location: `./${encodeURIComponent(path.posix.basename(relative))}/` });
    response.end();
    return;
  }
  const file = relative === undefined ? undefined : await findFile(folder, relative);
  if (file !== undefined) await send(200, file, request, response);
  else await sendMissing(folder, request, response);
}

/** The path of a request below the folder, decoded; undefined for anything that is not plainly inside it. */
function readAddress(target: string): string | undefined {
  const address = target.split(/[?#]/, 1)[0] ?? '/';
  try {
    const decoded = decodeURIComponent(address);
    const parts = decoded.split('/');
    const isPlain = decoded.startsWith('/') && !/[\0\\]/.test(decoded);
    return isPlain && !parts.some((part) => part === '..' || part === '.') ? decoded : undefined;
  } catch {
    return undefined;
  }
}

async function findFile(folder: string, relative: string): Promise<string | undefined> {
  const wanted = path.join(folder, relative.endsWith('/') ? `${relative}index.html` : relative);
  const real = await realpath(wanted).catch(() => undefined);
  if (real === undefined || !real.startsWith(folder + path.sep)) return undefined;
  return (await isFile(real)) ? real : undefined;
}

async function sendMissing(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const page = path.join(folder, '404.html');
  if (await isFile(page)) return send(404, page, request, response);
  response.writeHead(404, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end('There is no such page.\n');
}

async function send(status: number, file: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { size } = await stat(file);
  const type = contentTypes.get(path.extname(file).toLowerCase()) ?? 'application/octet-stream';
  response.writeHead(status, { ...headers, 'Content-Type': type, 'Content-Length': size });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const stream = createReadStream(file);
  stream.on('error', () => response.destroy());
  response.on('close', () => stream.destroy());
  stream.pipe(response);
}

async function isFile(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined))?.isFile() ?? false;
}

async function isFolder(folder: string, relative: string): Promise<boolean> {
  return (await stat(path.join(folder, relative)).catch(() => undefined))?.isDirectory() ?? false;
}
