import type { Kysely } from 'kysely';
import type { Policy } from '../../schema/policy.ts';
import type { SnapshotTool } from '../../schema/snapshot.ts';
import type { Json } from '../../schema/tool-definition.ts';
import type { Verdict } from '../../schema/verdict.ts';
import type { ToolAddress, ToolName, ToolRecord, ToolSummary } from '../records.ts';
import type { Tables, ToolsTable } from '../tables.ts';
import { parseColumn } from './parse-column.ts';
import { type SummaryRow, selectSummaries, toToolSummary } from './tool-summary.ts';

/** What `seen_json` holds. */
type Seen = Pick<SnapshotTool, 'provenance' | 'conditions' | 'conformance' | 'handler' | 'declaredAt'>;

/** Every tool's address and nothing else, so that half a million of them are cheap; servers in order, tools in their server's. */
export async function listToolAddresses(db: Kysely<Tables>): Promise<ToolAddress[]> {
  return db
    .selectFrom('tools')
    .innerJoin('servers', 'servers.id', 'tools.server_id')
    .select(['servers.address as server', 'tools.segment as tool'])
    .orderBy('servers.address')
    .orderBy('tools.position')
    .orderBy('tools.tool_id')
    .execute();
}

/** Every tool's name with its server's id, so that names can be held against each other; in no order. */
export async function listToolNames(db: Kysely<Tables>): Promise<ToolName[]> {
  return db.selectFrom('tools').select(['server_id as server', 'name']).execute();
}

/** `server`: `npm/name`; `segment`: the last part of the tool's address. */
export async function getTool(db: Kysely<Tables>, server: string, segment: string): Promise<ToolRecord | undefined> {
  const row = await selectRecords(db)
    .where('servers.address', '=', server)
    .where('tools.segment', '=', segment)
    .executeTakeFirst();
  return row === undefined ? undefined : toToolRecord(row);
}

/** Every tool of a server, whole, in the server's own order. */
export async function listTools(db: Kysely<Tables>, serverId: string): Promise<ToolRecord[]> {
  const rows = await selectRecords(db)
    .where('tools.server_id', '=', serverId)
    .orderBy('tools.position')
    .orderBy('tools.tool_id')
    .execute();
  return rows.map(toToolRecord);
}

/** The tools of the whole catalogue that ask for most care. What could not be judged is not among them: it is counted apart. */
export async function listRiskiestTools(db: Kysely<Tables>, count: number): Promise<ToolSummary[]> {
  const rows = await selectSummaries(db)
    .where('tools.risk', 'in', ['critical', 'high'])
    .orderBy('tools.weight', 'desc')
    .orderBy('tools.server_id')
    .orderBy('tools.tool_id')
    .limit(count)
    .execute();
  return rows.map(toToolSummary);
}

function selectRecords(db: Kysely<Tables>) {
  return selectSummaries(db)
    .innerJoin('definitions', 'definitions.hash', 'tools.definition_hash')
    .select(['definitions.json as definition_json', 'tools.definition_hash', 'tools.stable_hash', 'tools.position'])
    .select(['tools.seen_json', 'tools.verdict_json', 'tools.policy_json', 'tools.content_hash'])
    .select(['tools.first_seen', 'tools.last_changed', 'tools.missing_since']);
}

type RecordRow = SummaryRow &
  Pick<
    ToolsTable,
    | 'definition_hash'
    | 'stable_hash'
    | 'position'
    | 'seen_json'
    | 'verdict_json'
    | 'policy_json'
    | 'content_hash'
    | 'first_seen'
    | 'last_changed'
    | 'missing_since'
  > & { definition_json: string };

function toToolRecord(row: RecordRow): ToolRecord {
  return {
    ...toToolSummary(row),
    ...parseColumn<Seen>(row.seen_json),
    definition: parseColumn<Json>(row.definition_json),
    definitionHash: row.definition_hash,
    stableHash: row.stable_hash,
    position: row.position,
    verdict: parseColumn<Verdict>(row.verdict_json),
    policy: parseColumn<Policy>(row.policy_json),
    firstSeen: row.first_seen,
    lastChanged: row.last_changed,
    missingSince: row.missing_since ?? undefined,
    contentHash: row.content_hash,
  };
}
