/** The one door to the API: every call ends in a value, retries are ours and bounded, and nothing is printed. */
import { setTimeout as sleep } from 'node:timers/promises';
import Anthropic, { APIConnectionTimeoutError, APIError, APIUserAbortError } from '@anthropic-ai/sdk';
import type { APIPromise } from '@anthropic-ai/sdk/core/api-promise';
import type { MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/messages';
import type { BatchCreateParams } from '@anthropic-ai/sdk/resources/messages/batches';
import type { Pacer } from './pace.ts';
import { chooseWait, type Patience, readRetryAfter } from './patience.ts';
import { toReason } from './read-message.ts';

export type Reply<T = unknown> =
  | { kind: 'answer'; body: T }
  | {
      kind: 'error';
      status: number | undefined;
      reason: string /** The work may have been done, and charged, all the same. */;
      isUncertain: boolean;
    }
  | { kind: 'aborted' };

export interface Retry {
  status: number | undefined;
  waitMs: number;
}

export interface ModelClient {
  /** `mayPayAgain` is asked before a request is repeated that may have been charged already. */
  send(
    params: MessageCreateParamsNonStreaming,
    tokens: { input: number; output: number },
    mayPayAgain: () => boolean,
  ): Promise<Reply>;
  /** Is not repeated where it is unknown whether the first attempt made a batch: `isUncertain` says so. */
  createBatch(params: BatchCreateParams): Promise<Reply>;
  getBatch(id: string): Promise<Reply>;
  /** The newest batches first, one page. */
  listBatches(): Promise<Reply>;
  getResults(id: string): Promise<Reply<Response>>;
}

export interface ClientSettings {
  apiKey: string;
  /** Undefined for the SDK's own: `ANTHROPIC_BASE_URL`, or the public API. */
  baseURL: string | undefined;
  patience: Patience;
  pacer: Pacer;
  signal: AbortSignal;
  onRetry: (retry: Retry) => void;
}

interface CallOptions {
  tokens?: { input: number; output: number };
  /** Left out: yes. Where it is false, only what the API has turned away is sent again. */
  isRepeatable?: boolean;
  mayPayAgain?: () => boolean;
}

function isRetriable(status: number | undefined): boolean {
  return status === undefined || status === 408 || status === 409 || status === 429 || status >= 500;
}

function toError(error: unknown): Reply<never> & { kind: 'error' | 'aborted' } {
  if (error instanceof APIUserAbortError) return { kind: 'aborted' };
  if (error instanceof APIError && typeof error.status === 'number') {
    const said = error.apiMessage ?? error.type ?? 'no reason given';
    return { kind: 'error', status: error.status, reason: toReason(`${error.status}: ${said}`), isUncertain: false };
  }
  const timedOut = error instanceof APIConnectionTimeoutError;
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
  const message = timedOut
    ? 'no answer in time'
    : `${error instanceof Error ? error.message : 'no connection'}${cause}`;
  return {
    kind: 'error',
    status: undefined,
    reason: toReason(message),
    isUncertain: !/ECONNREFUSED|ENOTFOUND/.test(message),
  };
}

export function openClient(settings: ClientSettings): ModelClient {
  const { patience, pacer, signal, onRetry } = settings;
  const api = new Anthropic({
    apiKey: settings.apiKey,
    ...(settings.baseURL === undefined ? {} : { baseURL: settings.baseURL }),
    maxRetries: 0,
    timeout: patience.timeoutMs,
    // Its log goes to standard output, where our own results go.
    logLevel: 'off',
    openTelemetry: false,
  });

  /** One call. The headers are heeded whatever comes back. */
  async function callOnce<T>(call: () => APIPromise<T>): Promise<{ reply: Reply<T>; asked: number | undefined }> {
    try {
      const { data, response } = await call().withResponse();
      pacer.heed(response.headers);
      return { reply: { kind: 'answer', body: data }, asked: undefined };
    } catch (error) {
      if (signal.aborted) return { reply: { kind: 'aborted' }, asked: undefined };
      const headers = error instanceof APIError ? error.headers : undefined;
      if (headers !== undefined) pacer.heed(headers);
      return { reply: toError(error), asked: headers && readRetryAfter(headers, Date.now()) };
    }
  }

  async function callPatiently<T>(
    call: () => APIPromise<T>,
    { tokens = { input: 0, output: 0 }, isRepeatable = true, mayPayAgain = () => true }: CallOptions = {},
  ): Promise<Reply<T>> {
    try {
      for (let tries = 1; ; tries++) {
        await pacer.turn(tokens, signal);
        const { reply, asked } = await callOnce(call);
        if (reply.kind !== 'error') return reply;
        const mayRepeat = isRepeatable || reply.status === 429 || reply.status === 529;
        if (!isRetriable(reply.status) || !mayRepeat || tries >= patience.mostTries) return reply;
        if (reply.isUncertain && !mayPayAgain()) return { ...reply, isUncertain: false };
        const waitMs = chooseWait(tries, asked, patience, Math.random());
        onRetry({ status: reply.status, waitMs });
        await sleep(waitMs, undefined, { signal });
      }
    } catch (error) {
      if (signal.aborted) return { kind: 'aborted' };
      throw error;
    }
  }

  return {
    send: (params, tokens, mayPayAgain) =>
      callPatiently(() => api.messages.create(params, { signal }), { tokens, mayPayAgain }),
    createBatch: (params) =>
      callPatiently(() => api.messages.batches.create(params, { signal }), { isRepeatable: false }),
    getBatch: (id) => callPatiently(() => api.messages.batches.retrieve(id, {}, { signal })),
    listBatches: () => callPatiently(() => api.get('/v1/messages/batches', { query: { limit: 100 }, signal })),
    // Asked for by the batch's id, not by the address that the answer names: the key goes to the API's own host alone.
    getResults: (id) =>
      callPatiently(() =>
        api.get(`/v1/messages/batches/${encodeURIComponent(id)}/results`, { signal, __binaryResponse: true }),
      ),
  };
}
