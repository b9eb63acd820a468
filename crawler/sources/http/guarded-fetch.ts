/** `fetch` for addresses that no person typed: it connects to no private address. It follows no redirect and keeps no connection. */
import type { LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { findProxy } from './find-proxy.ts';
import { guardLookup, isPrivateLiteral, makeError, privateAddressCode, resolveName } from './guard-lookup.ts';
import { sendRequest } from './send-request.ts';

/** Statuses whose answers have no body, and may be given none (Fetch standard, null body status). */
const bodiless: ReadonlySet<number> = new Set([101, 103, 204, 205, 304]);

const publicLookup = guardLookup(resolveName);

/** Rejects as `fetch` does where there is no answer. Of request bodies it takes text alone. */
export function fetchPublic(url: URL, init: RequestInit): Promise<Response> {
  return fetchThrough(url, init, publicLookup);
}

/** The same for an address that a person typed, which may be any: the platform's own `fetch`, unless there is a proxy to go through. */
export function fetchTyped(url: URL, init: RequestInit): Promise<Response> {
  return findProxy(url) === undefined ? fetch(url, init) : fetchThrough(url, init, undefined);
}

/** `lookup`: undefined asks any address. */
export async function fetchThrough(url: URL, init: RequestInit, lookup: LookupFunction | undefined): Promise<Response> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new TypeError('only http and https are asked');
  if (lookup !== undefined && isPrivateLiteral(url.hostname)) throw makeError(privateAddressCode);
  if (init.body !== undefined && init.body !== null && typeof init.body !== 'string') {
    throw new TypeError('a body that is no text is not sent');
  }
  const answer = await sendRequest({
    url,
    method: init.method ?? 'GET',
    headers: Object.fromEntries(new Headers(init.headers)),
    body: typeof init.body === 'string' ? init.body : undefined,
    lookup,
    signal: init.signal ?? undefined,
  });
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
