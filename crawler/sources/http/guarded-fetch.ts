/** `fetch` for addresses that no person typed: it connects to no private address. It follows no redirect and keeps no connection. */
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { guardLookup, isPrivateLiteral, makeError, privateAddressCode, resolveName } from './guard-lookup.ts';

/** Statuses whose answers have no body, and may be given none (Fetch standard, null body status). */
const bodiless: ReadonlySet<number> = new Set([101, 103, 204, 205, 304]);

const publicLookup = guardLookup(resolveName);

/** Rejects as `fetch` does where there is no answer. Of request bodies it takes text alone. */
export function fetchPublic(url: URL, init: RequestInit): Promise<Response> {
  return fetchThrough(url, init, publicLookup);
}

/** `lookup`: undefined asks any address. */
export async function fetchThrough(url: URL, init: RequestInit, lookup: LookupFunction | undefined): Promise<Response> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new TypeError('only http and https are asked');
  if (lookup !== undefined && isPrivateLiteral(url.hostname)) throw makeError(privateAddressCode);
  if (init.body !== undefined && init.body !== null && typeof init.body !== 'string') {
    throw new TypeError('a body that is no text is not sent');
  }
  const answer = await open(url, init, lookup);
  const status = answer.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const each of [value ?? []].flat()) headers.append(name, each);
  }
  if (bodiless.has(status)) answer.resume();
  // Node.js declares its own web stream and the platform's apart; they are one class.
  const body = bodiless.has(status) ? null : (Readable.toWeb(answer) as ConstructorParameters<typeof Response>[0]);
  return new Response(body, { status, headers });
}

function open(url: URL, init: RequestInit, lookup: LookupFunction | undefined): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  const headers = { ...Object.fromEntries(new Headers(init.headers)), 'accept-encoding': 'identity' };
  const body = typeof init.body === 'string' ? init.body : undefined;
  return new Promise((resolve, reject) => {
    request(url, {
      method: init.method ?? 'GET',
      headers,
      agent: false,
      ...(init.signal ? { signal: init.signal } : {}),
      ...(lookup === undefined ? {} : { lookup }),
    })
      .on('response', resolve)
      .on('error', reject)
      .end(body);
  });
}
