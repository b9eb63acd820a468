/** The official MCP registry, or another that speaks its API. */
import { defineSource, type SourceContext, type SourceEvent, type SourcePosition } from '../define-source.ts';
import { readServerJson } from './read-server-json.ts';
import { ListedServer, ServerPage } from './schema.ts';

const homepage = 'https://registry.modelcontextprotocol.io';
const pageSize = 100;
/** More pages than a registry of a million servers has. */
const mostPages = 10_000;

export const mcpRegistry = defineSource({
  id: 'mcp-registry',
  title: 'MCP registry',
  homepage,
  identifies: 'purl or endpoint',
  typed: false,
  list,
});

async function* list(argument: string | undefined, ctx: SourceContext): AsyncGenerator<SourceEvent> {
  const base = (argument ?? homepage).replace(/\/+$/, '');
  const walkBegan = ctx.position?.walkBegan ?? ctx.now().toISOString();
  const since = ctx.position?.since;
  const seen = new Set<string>();
  let cursor = ctx.position?.cursor;
  for (let pages = 0; pages < mostPages; pages++) {
    const answer = await ctx.http.get(pageAddress(base, cursor, since), { allowPrivate: argument !== undefined });
    if (answer.outcome !== 'found') return yield { about: 'source', ...answer };
    const page = parsePage(answer.body);
    if (page === undefined) {
      return yield { about: 'source', outcome: 'malformed', reason: 'It does not answer with a list of servers.' };
    }
    for (const record of page.servers) yield* readRecord(record);
    const next = page.metadata.nextCursor;
    if (next === undefined)
      return yield { about: 'position', outcome: 'found', position: { since: takeOff(walkBegan) } };
    if (seen.has(next)) return yield { about: 'source', outcome: 'malformed', reason: 'Its pages lead in a circle.' };
    seen.add(next);
    cursor = next;
    const position: SourcePosition = { cursor, walkBegan, ...(since === undefined ? {} : { since }) };
    yield { about: 'position', outcome: 'found', position };
  }
}

/** Two clocks seldom agree, and what is told twice does no harm. */
function takeOff(walkBegan: string): string {
  return new Date(Date.parse(walkBegan) - 3_600_000).toISOString();
}

function pageAddress(base: string, cursor: string | undefined, since: string | undefined): string {
  const query = new URLSearchParams({ limit: String(pageSize), version: 'latest', include_deleted: 'true' });
  if (cursor !== undefined) query.set('cursor', cursor);
  if (since !== undefined) query.set('updated_since', since);
  return `${base}/v0.1/servers?${query}`;
}

function parsePage(body: string) {
  try {
    return ServerPage.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

function* readRecord(record: unknown): Generator<SourceEvent> {
  const listed = ListedServer.safeParse(record).data;
  const listedAs = readName(listed?.server);
  if (listed === undefined || listedAs === undefined) {
    return yield { about: 'record', outcome: 'malformed', listedAs: 'a record', reason: 'It has no server in it.' };
  }
  const { status, statusMessage, updatedAt, isLatest } = listed.official;
  // A registry that does not know `version=latest` lists them all.
  if (isLatest === false) return;
  if (status === 'deleted') {
    const reason = statusMessage ?? 'The registry lists it as deleted.';
    return yield { about: 'server', outcome: 'gone', listedAs, reason };
  }
  const server = readServerJson(listed.server, { status, updatedAt });
  if ('malformed' in server) {
    return yield { about: 'record', outcome: 'malformed', listedAs, reason: server.malformed };
  }
  yield { about: 'server', outcome: 'found', server };
}

function readName(server: unknown): string | undefined {
  if (typeof server !== 'object' || server === null || !('name' in server)) return undefined;
  return typeof server.name === 'string' && server.name !== '' ? server.name.slice(0, 200) : undefined;
}
