/**
 * One request over one connection of its own: directly, or through the proxy that this machine has. A proxy resolves names itself, so
 * what can be checked here is what this machine's own resolver says; a name that only the proxy knows is the proxy's affair.
 */
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { findProxy } from './find-proxy.ts';
import { makeError, privateAddressCode } from './guard-lookup.ts';

export interface SentRequest {
  url: URL;
  method: string;
  headers: Readonly<Record<string, string>>;
  body?: string | undefined;
  /** Undefined asks any address. */
  lookup: LookupFunction | undefined;
  /** Certificate authorities beside the machine's own, in PEM. */
  authorities?: string[] | undefined;
  signal?: AbortSignal | undefined;
}

/** The answer as it begins to come. Rejects where there is none. */
export async function sendRequest(sent: SentRequest): Promise<IncomingMessage> {
  const proxy = findProxy(sent.url);
  if (proxy === undefined) return ask(sent, sent.lookup === undefined ? {} : { lookup: sent.lookup });
  if (sent.lookup !== undefined) await checkPublic(sent.url.hostname, sent.lookup);
  if (!/^https?:$/.test(proxy.protocol)) throw makeError('UNSUPPORTED_PROXY');
  if (sent.url.protocol === 'http:') return askThrough(sent, proxy);
  const { url, authorities: ca, signal } = sent;
  const tunnel = await openTunnel(url, proxy, signal);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const name = isIP(host) === 0 ? { servername: host } : {};
  const secure = connectSecurely({ socket: tunnel, host, ...name, ...(ca === undefined ? {} : { ca }) });
  return ask(sent, { createConnection: () => secure });
}

function ask(
  { url, method, headers, body, authorities: ca, signal }: SentRequest,
  connection: { lookup?: LookupFunction; createConnection?: () => Socket },
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    request(url, {
      method,
      headers: { ...headers, 'accept-encoding': 'identity' },
      // A connection of an earlier request may lead where this one must not go. An agent would not take a connection that is there.
      ...(connection.createConnection === undefined ? { agent: false } : {}),
      ...connection,
      ...(signal === undefined ? {} : { signal }),
      ...(ca === undefined ? {} : { ca }),
    })
      .on('response', resolve)
      .on('error', reject)
      .end(body);
  });
}

/** RFC 9112 §3.2.2: to a proxy the whole address is named. */
function askThrough({ url, method, headers, body, signal }: SentRequest, proxy: URL): Promise<IncomingMessage> {
  const request = proxy.protocol === 'https:' ? requestSecure : requestPlain;
  const { href, host } = url;
  return new Promise((resolve, reject) => {
    request({
      ...placeOf(proxy),
      method,
      path: href,
      headers: { ...headers, ...credentialsOf(proxy), host, 'accept-encoding': 'identity' },
      agent: false,
      ...(signal === undefined ? {} : { signal }),
    })
      .on('response', resolve)
      .on('error', reject)
      .end(body);
  });
}

/** RFC 9110 §9.3.6 */
function openTunnel(url: URL, proxy: URL, signal: AbortSignal | undefined): Promise<Socket> {
  const request = proxy.protocol === 'https:' ? requestSecure : requestPlain;
  const target = `${url.hostname}:${url.port || 443}`;
  return new Promise((resolve, reject) => {
    const asked = request({
      ...placeOf(proxy),
      method: 'CONNECT',
      path: target,
      headers: { ...credentialsOf(proxy), host: target },
      agent: false,
      ...(signal === undefined ? {} : { signal }),
    });
    asked.on('connect', (answer, socket: Socket) => {
      if (answer.statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(makeError(`PROXY_${answer.statusCode}`));
    });
    asked.on('error', reject).end();
  });
}

function checkPublic(hostname: string, lookup: LookupFunction): Promise<void> {
  return new Promise((resolve, reject) => {
    lookup(hostname, { all: true }, (error) => (error?.code === privateAddressCode ? reject(error) : resolve()));
  });
}

function placeOf({ hostname, port, protocol }: URL) {
  return { hostname: hostname.replace(/^\[|\]$/g, ''), port: port || (protocol === 'https:' ? 443 : 80) };
}

function credentialsOf({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const pair = [username, password].map(decode).join(':');
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
