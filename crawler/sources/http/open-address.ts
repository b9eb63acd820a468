/**
 * One answer as a stream, after the redirects that lead to it: for what is too large or too binary for `HttpClient`. No private address
 * is connected to unless a person gave it, and what is sent to the address's own origin is sent nowhere else.
 */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { type FailedAnswer, fail } from './answer.ts';
import {
  guardLookup,
  isPrivateLiteral,
  makeError,
  privateAddressCode,
  type ResolveName,
  resolveName,
} from './guard-lookup.ts';
import { explainTransport } from './request-once.ts';
import { sendRequest } from './send-request.ts';

export interface AddressRequest {
  url: string;
  /** GET unless it is told otherwise. */
  method?: 'GET' | 'HEAD';
  headers?: Readonly<Record<string, string>>;
  /** A person gave this address, or configured it, so it may be a private one. It holds for the address's own host alone. */
  allowPrivate: boolean;
  /** Certificate authorities in PEM. */
  authorities?: string[] | undefined;
  /** Ends it wherever it is, also in the middle of the body. */
  signal: AbortSignal;
  /** Until the answer begins, for each of the redirects. */
  timeoutMs?: number;
  resolve?: ResolveName;
}

export interface OpenAnswer {
  outcome: 'answered';
  status: number;
  headers: IncomingHttpHeaders;
  /** Where the redirects led. */
  url: URL;
  body: IncomingMessage;
}

const mostRedirects = 4;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** The body has to be read to its end or destroyed. Rejects only where `signal` aborts. */
export async function openAddress(asked: AddressRequest): Promise<OpenAnswer | FailedAnswer> {
  if (!URL.canParse(asked.url)) return fail('malformed', 'Its address is not a URL.');
  const first = new URL(asked.url);
  let url = first;
  for (let step = 0; step <= mostRedirects; step++) {
    const answer = await openStep(asked, first, url);
    if (answer.outcome !== 'answered') return answer;
    const { location } = answer.headers;
    if (!redirects.has(answer.status) || location === undefined || !URL.canParse(location, url.href)) return answer;
    answer.body.destroy();
    const next = new URL(location, url);
    if (url.protocol === 'https:' && next.protocol === 'http:')
      return fail('forbidden', 'It redirects from https to http.');
    url = next;
  }
  return fail('malformed', `It redirects more than ${mostRedirects} times.`);
}

async function openStep(asked: AddressRequest, first: URL, url: URL): Promise<OpenAnswer | FailedAnswer> {
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    return fail('forbidden', 'Only http and https addresses without credentials are asked.');
  }
  const lookup = asked.allowPrivate && url.host === first.host ? undefined : guardLookup(asked.resolve ?? resolveName);
  if (lookup !== undefined && isPrivateLiteral(url.hostname)) return explainTransport(makeError(privateAddressCode));
  const begins = new AbortController();
  const timeoutMs = asked.timeoutMs ?? 20_000;
  const timer = setTimeout(() => begins.abort(), timeoutMs);
  try {
    const body = await sendRequest({
      url,
      method: asked.method ?? 'GET',
      headers: { 'user-agent': 'plimsoll', ...(url.origin === first.origin ? asked.headers : {}) },
      lookup,
      authorities: asked.authorities,
      signal: AbortSignal.any([asked.signal, begins.signal]),
    });
    return { outcome: 'answered', status: body.statusCode ?? 0, headers: body.headers, url, body };
  } catch (error) {
    asked.signal.throwIfAborted();
    if (begins.signal.aborted) return fail('unreachable', `It did not answer within ${timeoutMs / 1000} s.`);
    return explainTransport(error);
  } finally {
    clearTimeout(timer);
  }
}
