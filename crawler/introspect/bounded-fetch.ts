/** `fetch` for endpoints: ends with the run, stops reading at a bound, notes how it was answered, and lets no header go astray. */
import type { FetchLike } from '@modelcontextprotocol/client';
import { fetchPublic, fetchTyped } from '../sources/http/guarded-fetch.ts';

/** Of one answer, in bytes. */
const maxBytes = 64_000_000;
const maxRedirects = 5;

export interface EndpointAccess {
  /** The endpoint: `headers` go to its origin alone. */
  url: URL;
  headers: Readonly<Record<string, string>>;
  /** No person typed the address: nothing private is reached, whatever its name stands for. */
  publicOnly: boolean;
  signal: AbortSignal;
}

/** `seen.status` becomes the status of the most recent answer. */
export function boundedFetch(access: EndpointAccess, seen: { status: number | undefined }): FetchLike {
  return async (url, init) => {
    const signals = [access.signal, init?.signal].filter((each) => each instanceof AbortSignal);
    const response = await follow(new URL(url), { ...init, signal: AbortSignal.any(signals) }, access);
    seen.status = response.status;
    if (response.body === null) return response;
    const body = response.body.pipeThrough(countBytes());
    return new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers });
  };
}

/**
 * A redirect is followed within the endpoint's origin, where it keeps method and body (RFC 9110, 15.4.8 and 15.4.9). One that leads
 * elsewhere is given back as it is: whatever is there is not what was asked for.
 */
async function follow(url: URL, init: RequestInit, access: EndpointAccess): Promise<Response> {
  const ask = access.publicOnly ? fetchPublic : fetchTyped;
  let place = url;
  for (let hop = 0; ; hop++) {
    const headers = new Headers(init.headers);
    if (place.origin === access.url.origin) {
      for (const [name, value] of Object.entries(access.headers)) headers.set(name, value);
    }
    const response = await ask(place, { ...init, headers, redirect: 'manual' });
    const location = response.headers.get('location');
    const keeps = response.status === 307 || response.status === 308 || (init.method ?? 'GET') === 'GET';
    if (response.status < 300 || response.status >= 400 || location === null || !keeps || hop === maxRedirects) {
      return response;
    }
    const next = URL.canParse(location, place.href) ? new URL(location, place.href) : undefined;
    if (next?.origin !== access.url.origin) return response;
    await response.body?.cancel();
    place = next;
  }
}

function countBytes(): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) controller.error(new Error('the answer is too long'));
      else controller.enqueue(chunk);
    },
  });
}
