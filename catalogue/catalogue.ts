/** The catalogue as everything else sees it. Every method may throw CatalogueError, and nothing else that is not a bug. */
import type { ServerIdentity } from '../schema/server-identity.ts';
import type { Snapshot, SourceComparison } from '../schema/snapshot.ts';
import type { Judgement, Look, StoredLook } from './look.ts';
import type * as records from './records.ts';
import type { RunLock } from './sqlite/run-lock.ts';

export interface CatalogueReader {
  summary(): Promise<records.CatalogueSummary>;
  /** In the order of their addresses. */
  listServers(): Promise<records.ServerSummary[]>;
  getServer(idOrAddress: string): Promise<records.ServerRecord | undefined>;
  listLooks(serverId: string): Promise<records.LookPeriod[]>;
  /** Ids alone; what a page shows is read by `getTool` when it is made. */
  listToolAddresses(): Promise<records.ToolAddress[]>;
  listToolNames(): Promise<records.ToolName[]>;
  /** `server`: `npm/name`; `segment`: the last part of the tool's address. */
  getTool(server: string, segment: string): Promise<records.ToolRecord | undefined>;
  listTools(serverId: string): Promise<records.ToolRecord[]>;
  relatedTools(
    tool: records.ToolSummary,
    limits?: Partial<Record<keyof records.RelatedTools, number>>,
  ): Promise<records.RelatedTools>;
  relatedServers(serverId: string): Promise<records.RelatedServers>;
  riskiestTools(count: number): Promise<records.ToolSummary[]>;
  /** Newest first. */
  toolHistory(serverId: string, toolId: string): Promise<records.ToolPeriod[]>;
  /** At or after a time (ISO 8601), newest first, at most `limit` (default 1,000). */
  changesSince(since: string, limit?: number): Promise<records.ToolChange[]>;
  getServerState(entryId: string): Promise<records.ServerState | undefined>;
  /** The snapshot that the stored tools amount to. */
  getSnapshot(serverId: string): Promise<Snapshot | undefined>;
  /** Everything without times, as sorted lines of canonical JSON. */
  exportCanonical(): AsyncGenerator<string>;
}

export interface CatalogueWriter {
  /** In one transaction, and idempotent: the same look stored twice moves nothing but the times it was last seen. */
  storeLook(look: Look): Promise<StoredLook>;
  /** New verdicts and policies for the tools of `getSnapshot`, in their order. Answers whether any differs from what was stored. */
  storeJudgement(serverId: string, judgement: Judgement, at: string): Promise<boolean>;
  recordUnchanged(serverId: string, at: string): Promise<void>;
  storeComparison(
    serverId: string,
    comparison: SourceComparison,
    judged: Pick<Judgement, 'possible'>,
    at: string,
  ): Promise<void>;
  /** Takes the place of what each of `speakers`, and of those who say any of it, said before. */
  storeIdentities(serverId: string, identities: readonly ServerIdentity[], speakers: readonly string[]): Promise<void>;
  /** Held until released or until this process ends. */
  lockForRun(): RunLock;
}

export interface Catalogue extends CatalogueReader, CatalogueWriter {
  readonly location: string;
  close(): Promise<void>;
}
