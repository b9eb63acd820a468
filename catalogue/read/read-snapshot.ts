/** The snapshot that the stored tools amount to, so that a server can be judged again without being looked at. */
import type { Kysely } from 'kysely';
import type { Snapshot, SnapshotTool, SourceComparison } from '../../schema/snapshot.ts';
import type { JudgedComparison, ToolRecord } from '../records.ts';
import type { Tables } from '../tables.ts';
import { getServer } from './read-servers.ts';
import { listTools } from './read-tools.ts';

/** Undefined where the store does not know the server. Tools are in the order of `listTools`. */
export async function readSnapshot(db: Kysely<Tables>, serverId: string): Promise<Snapshot | undefined> {
  const record = await getServer(db, serverId);
  if (record === undefined) return undefined;
  const { server, target, revision, launch, protocolVersion, instructions, egress, egressGap, comparison } = record;
  const tools = await listTools(db, record.id);
  return {
    server,
    target,
    ...(revision === undefined ? {} : { revision }),
    launch,
    coverage: record.knownCoverage ?? record.coverage,
    ...(protocolVersion === undefined ? {} : { protocolVersion }),
    ...(instructions === undefined ? {} : { instructions }),
    egress,
    ...(egressGap === undefined ? {} : { egressGap }),
    tools: tools.map(toSnapshotTool),
    ...(comparison === undefined ? {} : { comparison: withoutVerdicts(comparison) }),
  };
}

function withoutVerdicts({ possible: _verdicts, ...comparison }: JudgedComparison): SourceComparison {
  return comparison;
}

function toSnapshotTool(tool: ToolRecord): SnapshotTool {
  const { definition, provenance, conditions, conformance, handler, declaredAt, definitionHash, stableHash } = tool;
  return {
    definition,
    provenance,
    conditions,
    conformance,
    ...(handler === undefined ? {} : { handler }),
    ...(declaredAt === undefined ? {} : { declaredAt }),
    definitionHash,
    stableHash,
  };
}
