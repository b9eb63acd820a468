/**
 * The one way in which sources are asked. Polite: one request at a time for each host, unchanged answers not fetched again, a request to
 * wait obeyed. Careful: bounded in time, size and redirects; no private address unless a person gave it.
 */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, fail } from './answer.ts';
import { type KeptAnswer, keepAnswer, readKept } from './answer-cache.ts';
import { guardLookup, type ResolveName, resolveName } from './guard-lookup.ts';
import { HostTurns } from './host-turns.ts';
import { readStatus } from './read-status.ts';
import { requestOnce } from './request-once.ts';

export interface GetOptions {
  /** A person gave this address, or configured it, so it may be a private one. It holds for the address's own host alone. */
  allowPrivate?: boolean;
  /** Sent to the address's own origin alone. An answer to them is not kept on disk. */
  headers?: Record<string, string>;
  /** Certificate authorities in PEM, for an address from a configuration that names some. */
  authorities?: string[];
  accept?: string;
}

export interface HttpClient {
  /** Rejects only where the run is stopped. */
  get(url: string, options?: GetOptions): Promise<Answer>;
}

export interface ClientOptions {
  /** Answers are kept in a folder `answers` in here. */
  cacheFolder: string | undefined;
  signal: AbortSignal;
  offline?: boolean;
  timeoutMs?: number;
  maxBytes?: number;
  /** The pause between two requests to one host. */
  spacingMs?: number;
  /** A longer wait than this that a host asks for ends the reading of it for this run. */
  longestWaitMs?: number;
  resolve?: ResolveName;
}

const defaults = { timeoutMs: 20_000, maxBytes: 16_000_000, spacingMs: 250, longestWaitMs: 30_000 };
const mostRedirects = 4;
const mostWaits = 2;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export function makeHttpClient(options: ClientOptions): HttpClient {
  return new Client(options);
}

class Client implements HttpClient {
  readonly #options: ClientOptions & typeof defaults;
  readonly #folder: string | undefined;
  readonly #turns: HostTurns;

  constructor(options: ClientOptions) {
    this.#options = { ...defaults, ...options };
    this.#folder = options.cacheFolder === undefined ? undefined : path.join(options.cacheFolder, 'answers');
    this.#turns = new HostTurns(this.#options.spacingMs);
  }

  async get(address: string, options: GetOptions = {}): Promise<Answer> {
    if (!URL.canParse(address)) return fail('malformed', 'Its address is not a URL.');
    const first = new URL(address);
    first.hash = '';
    const folder = options.headers === undefined ? this.#folder : undefined;
    const kept = folder === undefined ? undefined : await readKept(folder, first.href);
    if (this.#options.offline) {
      if (kept === undefined) return fail('unreachable', 'Offline, and this was not fetched before.');
      return { outcome: 'found', body: kept.body, unchanged: true, url: kept.finalUrl };
    }
    let url = first;
    for (let step = 0; step <= mostRedirects; step++) {
      const answer = await this.#ask(first, url, options, kept, folder);
      if (answer.outcome !== 'elsewhere') return answer;
      if (url.protocol === 'https:' && answer.url.protocol === 'http:') {
        return fail('forbidden', 'It redirects from https to http.');
      }
      url = answer.url;
    }
    return fail('malformed', `It redirects more than ${mostRedirects} times.`);
  }

  async #ask(
    first: URL,
    url: URL,
    options: GetOptions,
    kept: KeptAnswer | undefined,
    folder: string | undefined,
  ): Promise<Answer | { outcome: 'elsewhere'; url: URL }> {
    const { signal, longestWaitMs } = this.#options;
    if (!isWebAddress(url)) return fail('forbidden', 'Only http and https addresses without credentials are asked.');
    for (let waits = 0; ; waits++) {
      const quietMs = this.#turns.quietFor(url.host);
      if (quietMs > longestWaitMs) return fail('rate-limited', 'It asked to be left alone for a while.', quietMs);
      const answer = await this.#turns.take(url.host, signal, () => this.#askOnce(first, url, options, kept, folder));
      if (answer.outcome !== 'rate-limited') return answer;
      const waitMs = answer.retryAfterMs ?? longestWaitMs;
      this.#turns.keepQuiet(url.host, waitMs);
      if (waitMs > longestWaitMs || waits === mostWaits) return answer;
      await sleep(waitMs, undefined, { signal });
    }
  }

  async #askOnce(
    first: URL,
    url: URL,
    options: GetOptions,
    kept: KeptAnswer | undefined,
    folder: string | undefined,
  ): Promise<Answer | { outcome: 'elsewhere'; url: URL }> {
    const { timeoutMs, maxBytes, signal, resolve = resolveName } = this.#options;
    const isAllowed = options.allowPrivate === true && url.host === first.host;
    const response = await requestOnce({
      url,
      headers: this.#headers(first, url, options, kept),
      lookup: isAllowed ? undefined : guardLookup(resolve),
      authorities: options.authorities,
      timeoutMs,
      maxBytes,
      signal,
    });
    if (response.outcome !== 'answered') return response;
    const { status, headers, body } = response;
    const { location, etag, 'last-modified': lastModified } = headers;
    if (redirects.has(status) && location !== undefined && URL.canParse(location, url.href)) {
      return { outcome: 'elsewhere', url: new URL(location, url) };
    }
    if (status === 304 && kept !== undefined)
      return { outcome: 'found', body: kept.body, unchanged: true, url: url.href };
    const failed = readStatus(status, headers, Date.now());
    if (failed !== undefined) return failed;
    if (folder !== undefined) {
      const version = { ...(etag && { etag }), ...(lastModified && { lastModified }) };
      await keepAnswer(folder, { url: first.href, finalUrl: url.href, body, ...version });
    }
    return { outcome: 'found', body, unchanged: false, url: url.href };
  }

  #headers(first: URL, url: URL, options: GetOptions, kept: KeptAnswer | undefined): Record<string, string> {
    return {
      'user-agent': 'plimsoll',
      accept: options.accept ?? 'application/json',
      ...(url.origin === first.origin ? options.headers : {}),
      ...(kept?.etag === undefined ? {} : { 'if-none-match': kept.etag }),
      ...(kept?.lastModified === undefined ? {} : { 'if-modified-since': kept.lastModified }),
    };
  }
}

function isWebAddress(url: URL): boolean {
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '';
}
