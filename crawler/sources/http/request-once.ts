/** One request, one response: bounded in time and size, nothing followed, no connection kept for the next. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { LookupFunction } from 'node:net';
import { type FailedAnswer, fail } from './answer.ts';
import { isPrivateLiteral, makeError, privateAddressCode } from './guard-lookup.ts';
import { sendRequest } from './send-request.ts';

export interface SingleRequest {
  url: URL;
  headers: Record<string, string>;
  /** Undefined where a person typed the address: a private one is then meant. */
  lookup: LookupFunction | undefined;
  /** Certificate authorities beside the machine's own, in PEM. */
  authorities: string[] | undefined;
  timeoutMs: number;
  maxBytes: number;
  signal: AbortSignal;
}

export interface SingleResponse {
  outcome: 'answered';
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Rejects only where `signal` aborts. */
export async function requestOnce(asked: SingleRequest): Promise<SingleResponse | FailedAnswer> {
  if (asked.lookup !== undefined && isPrivateLiteral(asked.url.hostname))
    return explainTransport(makeError(privateAddressCode));
  const limit = AbortSignal.timeout(asked.timeoutMs);
  try {
    const response = await sendRequest({ ...asked, method: 'GET', signal: AbortSignal.any([asked.signal, limit]) });
    const body = await readBody(response, asked.maxBytes);
    if (typeof body !== 'string') return body;
    return { outcome: 'answered', status: response.statusCode ?? 0, headers: response.headers, body };
  } catch (error) {
    asked.signal.throwIfAborted();
    if (limit.aborted) return fail('unreachable', `It did not answer within ${asked.timeoutMs / 1000} s.`);
    return explainTransport(error);
  }
}

export async function readBody(response: IncomingMessage, maxBytes: number): Promise<string | FailedAnswer> {
  const encoding = response.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    response.destroy();
    return fail('malformed', 'It answers in a compression that was not asked for.');
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      response.destroy();
      return fail('malformed', `Its answer is larger than ${maxBytes / 1_000_000} MB.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function explainTransport(error: unknown): FailedAnswer {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no code';
  if (code === privateAddressCode) {
    return fail('forbidden', 'Its address is a private one, which is asked only where a person gives it.');
  }
  if (code.startsWith('HPE_')) return fail('malformed', `What it answers is not HTTP (${code}).`);
  return fail('unreachable', `It could not be reached (${code}).`);
}
