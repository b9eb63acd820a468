/** Asks a registry (OCI distribution-spec 1.1), without anybody's credentials: where it wants a token, as nobody in particular. */
import { createHash } from 'node:crypto';
import type { FailureKind } from '../../../schema/snapshot.ts';
import type { FailedAnswer } from '../../sources/http/answer.ts';
import { type Downloaded, download, type TooLarge } from '../../sources/http/download.ts';
import { readAddress, type WholeAnswer } from '../../sources/http/read-address.ts';
import { readStatus } from '../../sources/http/read-status.ts';
import { type ImageReference, registryAddress } from './image-reference.ts';
import { TokenAnswer } from './schema.ts';

export interface FetchFailure {
  ok: false;
  failure: FailureKind;
  /** One line for a person, without the name of a host. */
  reason: string;
}

export interface RegistryOptions {
  /** A person typed the registry's address, so that it may be a private one. */
  allowPrivate: boolean;
  signal: AbortSignal;
}

export interface TextAnswer {
  ok: true;
  body: string;
  /** `sha256:…` of what came. */
  digest: string;
}

/** As the specification bounds manifests. */
const maxTextBytes = 4_000_000;
const maxTokenBytes = 100_000;

export class Registry {
  readonly #reference: ImageReference;
  readonly #options: RegistryOptions;
  readonly #base: string;
  #token: string | undefined;

  constructor(reference: ImageReference, options: RegistryOptions) {
    this.#reference = reference;
    this.#options = options;
    this.#base = `${registryAddress(reference)}/v2/${reference.repository}`;
  }

  /** `path` as `manifests/latest`. Rejects only where the signal aborts. */
  async readText(path: string, accept: string): Promise<TextAnswer | FetchFailure> {
    const answer = await this.#ask(path, accept, 'GET');
    if ('ok' in answer) return answer;
    const { body } = answer;
    return { ok: true, body, digest: `sha256:${createHash('sha256').update(body).digest('hex')}` };
  }

  /** What the registry says that the digest of a path is; undefined where it does not say. */
  async askDigest(path: string, accept: string): Promise<{ ok: true; digest: string | undefined } | FetchFailure> {
    const answer = await this.#ask(path, accept, 'HEAD');
    if ('ok' in answer) return answer;
    const digest = answer.headers['docker-content-digest'];
    return { ok: true, digest: typeof digest === 'string' ? digest : undefined };
  }

  /** To be asked after a text of the same image, which has brought the token. */
  download(
    path: string,
    file: string,
    bounds: { maxBytes: number; deadlineMs: number },
  ): Promise<Downloaded | FailedAnswer | TooLarge> {
    return download({ ...this.#options, ...bounds, url: `${this.#base}/${path}`, file, headers: this.#headers() });
  }

  async #ask(path: string, accept: string, method: 'GET' | 'HEAD'): Promise<WholeAnswer | FetchFailure> {
    for (let tries = 0; ; tries++) {
      const headers = { accept, 'accept-encoding': 'identity', ...this.#headers() };
      const url = `${this.#base}/${path}`;
      const answer = await readAddress({ ...this.#options, url, headers, method, maxBytes: maxTextBytes });
      if (answer.outcome !== 'answered') return explain(answer);
      const challenge = answer.headers['www-authenticate'];
      const failed = readStatus(answer.status, answer.headers, Date.now());
      if (failed === undefined) return answer;
      if (answer.status !== 401 || tries > 0 || challenge === undefined) return explain(failed);
      const withheld = await this.#fetchToken(challenge);
      if (withheld !== undefined) return withheld;
    }
  }

  #headers(): Record<string, string> {
    return this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` };
  }

  /** Distribution token authentication, the anonymous way. Undefined where it went well. */
  async #fetchToken(challenge: string): Promise<FetchFailure | undefined> {
    const { realm, service } = readChallenge(challenge);
    if (realm === undefined) return refused();
    const url = new URL(realm);
    url.searchParams.set('scope', `repository:${this.#reference.repository}:pull`);
    if (service !== undefined) url.searchParams.set('service', service);
    // Where a registry sends people for tokens is its word, and only its own host is the person's.
    const allowPrivate = this.#options.allowPrivate && url.host === new URL(this.#base).host;
    const headers = { accept: 'application/json' };
    const asked = { ...this.#options, allowPrivate, url: url.href, headers, maxBytes: maxTokenBytes };
    const answer = await readAddress(asked);
    if (answer.outcome !== 'answered') return explain(answer);
    const token = answer.status === 200 ? readToken(answer.body) : undefined;
    if (token === undefined) return refused();
    this.#token = token;
    return undefined;
  }
}

function readToken(body: string): string | undefined {
  try {
    const token = TokenAnswer.safeParse(JSON.parse(body)).data;
    // It becomes a header.
    return token !== undefined && /^[\x21-\x7e]+$/.test(token) ? token : undefined;
  } catch {
    return undefined;
  }
}

/** `Bearer realm="…",service="…"` (RFC 9110 §11.6.1). */
export function readChallenge(challenge: string): { realm: string | undefined; service: string | undefined } {
  const parts = /^bearer\s+(.*)$/is.exec(challenge.slice(0, 4_000))?.[1] ?? '';
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of parts.matchAll(/(\w+)="([^"]*)"/g)) found.set(name.toLowerCase(), value);
  const realm = found.get('realm');
  const isAddress = realm !== undefined && URL.canParse(realm) && /^https?:$/.test(new URL(realm).protocol);
  return { realm: isAddress ? realm : undefined, service: found.get('service') };
}

function refused(): FetchFailure {
  const reason = 'The registry has no image of that name, or shows it to nobody without credentials.';
  return { ok: false, failure: 'not-found', reason };
}

function explain(answer: FailedAnswer): FetchFailure {
  if (answer.outcome === 'gone') {
    return { ok: false, failure: 'not-found', reason: 'The registry has no image of that name and version.' };
  }
  if (answer.outcome === 'forbidden' && /HTTP/.test(answer.reason)) return refused();
  return { ok: false, failure: 'unreachable', reason: `The registry did not give the image. ${answer.reason}` };
}
