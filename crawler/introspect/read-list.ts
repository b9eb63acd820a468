/** All pages of a tool list, raw. */
import type { Client } from '@modelcontextprotocol/client';
import { z } from 'zod';
import type { Json, JsonObject } from '../../schema/tool-definition.ts';
import type { RawAnswers } from './raw-answers.ts';

/** No real server was seen to use a second page. */
const maxPages = 100;
const maxTools = 20_000;

export interface ListOutcome {
  /** Everything that was read, malformed entries included. */
  tools: Json[];
  /** Why the list is not whole; undefined when it is. */
  problem: ListProblem | undefined;
  /** What the server says of keeping the list (2026-07-28, caching): the strictest that any page says. */
  caching: ListCaching;
}

export interface ListCaching {
  /** True where a page says that it is for this client alone. */
  isPrivate: boolean;
  /** How long the list may be taken for current, milliseconds. */
  ttlMs: number | undefined;
}

/** `error` carries the JSON-RPC code where the server itself refused. */
export type ListProblem =
  | { kind: 'error'; code: number | undefined; message: string }
  | { kind: 'no-list' }
  | { kind: 'timeout' }
  | { kind: 'cursor-repeats' }
  | { kind: 'too-long' };

const AnyResult = z.looseObject({});

export async function readList(client: Client, answers: RawAnswers, totalMs: number): Promise<ListOutcome> {
  const deadline = Date.now() + totalMs;
  const tools: Json[] = [];
  const caching: ListCaching = { isPrivate: false, ttlMs: undefined };
  const cursors = new Set<string>();
  let cursor: string | undefined;
  for (let page = 0; page < maxPages && tools.length <= maxTools; page++) {
    const { result, problem } = await readPage(client, answers, cursor, deadline - Date.now());
    if (result === undefined) return { tools, problem, caching };
    noteCaching(caching, result);
    if (!Array.isArray(result.tools)) return { tools, problem: { kind: 'no-list' }, caching };
    for (const tool of result.tools) tools.push(tool);
    const next = result.nextCursor;
    if (typeof next !== 'string') return { tools, problem: undefined, caching };
    if (cursors.has(next)) return { tools, problem: { kind: 'cursor-repeats' }, caching };
    cursors.add(next);
    cursor = next;
  }
  return { tools, problem: { kind: 'too-long' }, caching };
}

/** A year; anything longer tells no more. */
const maxTtlMs = 31_536_000_000;

function noteCaching(caching: ListCaching, { cacheScope, ttlMs }: JsonObject): void {
  if (cacheScope === 'private') caching.isPrivate = true;
  if (typeof ttlMs !== 'number' || !(ttlMs >= 0)) return;
  caching.ttlMs = Math.min(caching.ttlMs ?? maxTtlMs, Math.floor(ttlMs));
}

type Page = { result: JsonObject; problem?: undefined } | { result?: undefined; problem: ListProblem };

async function readPage(
  client: Client,
  answers: RawAnswers,
  cursor: string | undefined,
  timeout: number,
): Promise<Page> {
  if (timeout <= 0) return { problem: { kind: 'timeout' } };
  try {
    await client.request({ method: 'tools/list', params: cursor === undefined ? {} : { cursor } }, AnyResult, {
      timeout,
    });
  } catch (error) {
    // What the SDK refuses may still be a list that we can read.
    const refused = answers.take();
    return refused !== undefined && Array.isArray(refused.tools)
      ? { result: refused }
      : { problem: readProblem(error) };
  }
  const result = answers.take();
  return result === undefined ? { problem: { kind: 'no-list' } } : { result };
}

function readProblem(error: unknown): ListProblem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'REQUEST_TIMEOUT') return { kind: 'timeout' };
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'error', code: typeof code === 'number' ? code : undefined, message };
}
