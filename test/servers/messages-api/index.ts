/**
 * A local server that speaks the Messages and Message Batches API, for tests and demonstrations: node:http on loopback, its answers
 * scripted. It refuses what the API refuses, counts usage from the lengths of texts, and keeps what it was asked.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { openBatches } from './batches.ts';
import { findSchemaFault, MessageParams } from './check-request.ts';
import { makeMessage } from './make-message.ts';
import { type Ask, readAsk } from './read-ask.ts';
import type { Reply } from './replies.ts';
import type { Script } from './script.ts';

export type { Ask, AskedTool } from './read-ask.ts';
export { answerEach, answerWith, cutOff, type Item, item, type Reply, refusal, status } from './replies.ts';
export type { Script } from './script.ts';

export interface MessagesApi {
  url: string;
  /** Every request for a message, batches' included, in order. */
  asks: Ask[];
  /** `POST /v1/messages` and the like, in order. */
  calls: string[];
  close(): Promise<void>;
}

interface Answer {
  status: number;
  body: string;
  headers: Record<string, string>;
}

function toError(status: number, type: string, message: string, headers: Record<string, string> = {}): Answer {
  return { status, body: JSON.stringify({ type: 'error', error: { type, message } }), headers };
}

const errorTypes: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  429: 'rate_limit_error',
  529: 'overloaded_error',
};

/** Undefined where nothing is to be sent. */
function toAnswer(reply: Reply, message: () => unknown): Answer | 'drop' | 'silence' {
  if (reply.kind === 'message') return { status: 200, body: JSON.stringify(message()), headers: {} };
  if (reply.kind === 'body') return { status: 200, body: reply.body, headers: {} };
  if (reply.kind === 'status') {
    return toError(reply.status, reply.type ?? errorTypes[reply.status] ?? 'api_error', 'Scripted.', reply.headers);
  }
  return reply.kind === 'silence' ? 'silence' : 'drop';
}

export async function startMessagesApi(script: Script): Promise<MessagesApi> {
  const asks: Ask[] = [];
  const calls: string[] = [];
  const cached = new Set<string>();
  const countAsk = () => asks.length;
  const kept: Script = {
    ...script,
    answer(ask) {
      asks.push(ask);
      return script.answer(ask);
    },
  };
  const batches = openBatches(kept, cached, countAsk);

  function answerMessage(body: unknown): Answer | 'drop' | 'silence' {
    const params = MessageParams.safeParse(body);
    if (!params.success) return toError(400, 'invalid_request_error', params.error.message);
    const fault = findSchemaFault(params.data.output_config?.format.schema);
    if (fault !== undefined) return toError(400, 'invalid_request_error', `output_config.format: ${fault}`);
    const ask = readAsk(params.data, countAsk());
    const reply = kept.answer(ask);
    return toAnswer(reply, () => (reply.kind === 'message' ? makeMessage(reply, ask, cached) : undefined));
  }

  function route(method: string, path: string, body: unknown): Answer | 'drop' | 'silence' {
    const ok = (value: unknown): Answer =>
      value === undefined
        ? toError(404, 'not_found_error', 'No such batch.')
        : { status: 200, body: JSON.stringify(value), headers: {} };
    if (method === 'POST' && path === '/v1/messages') return answerMessage(body);
    if (method === 'POST' && path === '/v1/messages/batches') {
      const created = batches.create(body);
      return { status: created.status, body: JSON.stringify(created.body), headers: {} };
    }
    if (method === 'GET' && path === '/v1/messages/batches') return ok(batches.list());
    const [, id = '', rest] = /^\/v1\/messages\/batches\/([^/]+)(\/results)?$/.exec(path) ?? [];
    if (method === 'GET' && rest === undefined) return ok(batches.look(id));
    const results = batches.results(id);
    return results === undefined
      ? ok(undefined)
      : { status: 200, body: results, headers: { 'content-type': 'application/binary' } };
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    calls.push(`${method} ${path}`);
    const body: unknown = method === 'POST' ? await json(request) : undefined;
    send(response, answer(request, method, path, body));
  }

  function answer(request: IncomingMessage, method: string, path: string, body: unknown): Answer | 'drop' | 'silence' {
    const key =
      request.headers.authorization?.replace(/^Bearer /, '') ??
      z.string().optional().parse(request.headers['x-api-key']);
    if (key === undefined || (script.key !== undefined && key !== script.key))
      return toError(401, 'authentication_error', 'No such key.');
    if (request.headers['anthropic-version'] === undefined)
      return toError(400, 'invalid_request_error', 'anthropic-version is missing.');
    const intercepted = script.intercept?.(method, path, calls.filter((call) => call === `${method} ${path}`).length);
    if (intercepted === 'after') route(method, path, body);
    if (intercepted === 'after') return 'drop';
    return intercepted === undefined ? route(method, path, body) : toAnswer(intercepted, () => undefined);
  }

  function send(response: ServerResponse, made: Answer | 'drop' | 'silence'): void {
    if (made === 'silence') return;
    if (made === 'drop') {
      response.destroy();
      return;
    }
    response.writeHead(made.status, {
      'content-type': 'application/json',
      ...script.headers?.(calls.length),
      ...made.headers,
    });
    response.end(made.body);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: `http://127.0.0.1:${port}`,
    asks,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
