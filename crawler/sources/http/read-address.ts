/** One short answer whole, whatever its status, after the redirects that lead to it; bounded in size and time. */
import type { IncomingHttpHeaders } from 'node:http';
import { type FailedAnswer, fail } from './answer.ts';
import { type AddressRequest, openAddress } from './open-address.ts';
import { explainTransport, readBody } from './request-once.ts';

export interface WholeAnswer {
  outcome: 'answered';
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Rejects only where the signal aborts. */
export async function readAddress(
  asked: AddressRequest & { maxBytes: number; deadlineMs?: number },
): Promise<WholeAnswer | FailedAnswer> {
  const deadlineMs = asked.deadlineMs ?? 30_000;
  const deadline = AbortSignal.timeout(deadlineMs);
  try {
    const answer = await openAddress({ ...asked, signal: AbortSignal.any([asked.signal, deadline]) });
    if (answer.outcome !== 'answered') return answer;
    const body = await readBody(answer.body, asked.maxBytes);
    if (typeof body !== 'string') return body;
    return { outcome: 'answered', status: answer.status, headers: answer.headers, body };
  } catch (error) {
    asked.signal.throwIfAborted();
    if (deadline.aborted) return fail('unreachable', `It did not answer within ${deadlineMs / 1000} s.`);
    return explainTransport(error);
  }
}
