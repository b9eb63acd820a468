/** npm's search, at the registry that this person's npm is configured with. */
import { defineSource, type SourceContext, type SourceEvent } from '../define-source.ts';
import type { FoundServer } from '../found-server.ts';
import { identifyPackage, identifySource } from '../identity.ts';
import { findRegistry, type RegistryAddress } from './registry-address.ts';
import { SearchPage, SearchResult } from './schema.ts';

const usualText = 'keywords:mcp-server';
/** What one request may ask for. */
const pageSize = 250;
const mostPages = 1000;

export const npmSearch = makeNpmSearch(findRegistry);

/** `find`: where the registry lies. */
export function makeNpmSearch(find: () => Promise<RegistryAddress | undefined>) {
  return defineSource({
    id: 'npm-search',
    title: 'npm search',
    homepage: 'https://www.npmjs.com',
    identifies: 'purl',
    typed: false,
    list: (argument, ctx) => list(argument ?? usualText, ctx, find),
  });
}

async function* list(
  searched: string,
  ctx: SourceContext,
  find: () => Promise<RegistryAddress | undefined>,
): AsyncGenerator<SourceEvent> {
  const registry = await find();
  if (registry === undefined) {
    return yield { about: 'source', outcome: 'unreachable', reason: 'npm is not configured with a registry.' };
  }
  let from = readCursor(ctx.position?.cursor);
  for (let pages = 0; pages < mostPages; pages++) {
    const query = new URLSearchParams({ text: searched, size: String(pageSize), from: String(from) });
    const answer = await ctx.http.get(`${registry.base}/-/v1/search?${query}`, registry.options);
    if (answer.outcome !== 'found') return yield { about: 'source', ...answer };
    const page = parsePage(answer.body);
    if (page === undefined) {
      return yield { about: 'source', outcome: 'malformed', reason: 'It does not answer with a list of packages.' };
    }
    for (const result of page.objects) yield readResult(result);
    from += page.objects.length;
    if (page.objects.length === 0 || from >= page.total) break;
    yield { about: 'position', outcome: 'found', position: { cursor: String(from) } };
  }
  yield { about: 'position', outcome: 'found', position: {} };
}

function readCursor(cursor: string | undefined): number {
  return cursor !== undefined && /^\d{1,7}$/.test(cursor) ? Number(cursor) : 0;
}

function parsePage(body: string) {
  try {
    return SearchPage.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

function readResult(result: unknown): SourceEvent {
  const found = SearchResult.safeParse(result).data;
  const identity = found === undefined ? undefined : identifyPackage('npm', found.name);
  if (found === undefined || identity === undefined) {
    const listedAs = found?.name ?? 'a result';
    return { about: 'record', outcome: 'malformed', listedAs, reason: 'It has no name an npm package can have.' };
  }
  return { about: 'server', outcome: 'found', server: makeServer(found, identity.purl) };
}

function makeServer({ name, version, description, date, links }: SearchResult, purl: string): FoundServer {
  const repository = links.repository === undefined ? undefined : identifySource(links.repository);
  const parts = { transport: 'stdio' as const, runtimeArguments: [], packageArguments: [], environment: [] };
  return {
    id: purl,
    source: 'npm-search',
    listedAs: name,
    name,
    ...(description === undefined ? {} : { description }),
    ...(version === undefined ? {} : { version }),
    ...(date === undefined ? {} : { updatedAt: date }),
    status: 'active',
    packages: [{ purl, ...(version === undefined ? {} : { version }), ...parts }],
    remotes: [],
    ...(repository === undefined ? {} : { repository }),
  };
}
