/** Opens a catalogue: one SQLite file. */
import path from 'node:path';
import { Kysely } from 'kysely';
import type { Catalogue, CatalogueReader, CatalogueWriter } from './catalogue.ts';
import { migrate } from './migrate.ts';
import { exportCanonical } from './read/export-canonical.ts';
import { readChangesSince, readToolHistory } from './read/read-history.ts';
import { readRelatedTools } from './read/read-related.ts';
import { readRelatedServers } from './read/read-related-servers.ts';
import { getServer, getServerState, listLooks, listServers } from './read/read-servers.ts';
import { readSnapshot } from './read/read-snapshot.ts';
import { readSummary } from './read/read-summary.ts';
import { getTool, listRiskiestTools, listToolAddresses, listToolNames, listTools } from './read/read-tools.ts';
import { makeDialect } from './sqlite/dialect.ts';
import { openDatabase } from './sqlite/open-database.ts';
import { lockForRun } from './sqlite/run-lock.ts';
import type { Tables } from './tables.ts';
import { recordUnchanged } from './write/record-unchanged.ts';
import { storeComparison } from './write/store-comparison.ts';
import { storeIdentities } from './write/store-identities.ts';
import { storeJudgement } from './write/store-judgement.ts';
import { storeLook } from './write/store-look.ts';

export interface OpenOptions {
  /** Never writes, and does not make what is missing. */
  readOnly?: boolean;
}

/** `location` is the path of the file; it and its folder are made where they are missing. @throws CatalogueError */
export async function openCatalogue(location: string, options: OpenOptions = {}): Promise<Catalogue> {
  const file = path.resolve(location);
  const readOnly = options.readOnly ?? false;
  const database = openDatabase(file, readOnly);
  const db = new Kysely<Tables>({ dialect: makeDialect(database, file) });
  try {
    await migrate(db, { location: file, readOnly });
  } catch (error) {
    // Kysely closes only a driver that it has used.
    if (database.isOpen) database.close();
    throw error;
  }
  return {
    location: file,
    ...makeReader(db),
    ...makeWriter(db, file),
    close: async () => {
      await db.destroy();
      if (database.isOpen) database.close();
    },
  };
}

function makeReader(db: Kysely<Tables>): CatalogueReader {
  return {
    summary: () => readSummary(db),
    listServers: () => listServers(db),
    getServer: (idOrAddress) => getServer(db, idOrAddress),
    listLooks: (serverId) => listLooks(db, serverId),
    listToolAddresses: () => listToolAddresses(db),
    listToolNames: () => listToolNames(db),
    getTool: (server, segment) => getTool(db, server, segment),
    listTools: (serverId) => listTools(db, serverId),
    relatedTools: (tool, limits) => readRelatedTools(db, tool, { siblings: 8, sameName: 6, sameKind: 6, ...limits }),
    relatedServers: (serverId) => readRelatedServers(db, serverId),
    riskiestTools: (count) => listRiskiestTools(db, count),
    toolHistory: (serverId, toolId) => readToolHistory(db, serverId, toolId),
    changesSince: (since, limit = 1000) => readChangesSince(db, since, limit),
    getServerState: (entryId) => getServerState(db, entryId),
    getSnapshot: (serverId) => readSnapshot(db, serverId),
    exportCanonical: () => exportCanonical(db),
  };
}

function makeWriter(db: Kysely<Tables>, file: string): CatalogueWriter {
  return {
    storeLook: (look) => storeLook(db, look),
    storeJudgement: (serverId, judgement, at) => storeJudgement(db, serverId, judgement, at),
    recordUnchanged: (serverId, at) => recordUnchanged(db, serverId, at),
    storeComparison: (serverId, comparison, judged, at) => storeComparison(db, serverId, comparison, judged, at),
    storeIdentities: (serverId, identities, speakers) => storeIdentities(db, serverId, identities, speakers),
    lockForRun: () => lockForRun(file),
  };
}
