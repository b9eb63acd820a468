/** Joins crawl, classify, recommend and store into one job that can be stopped and gone on with. */
export type { EntryResult, IndexEvent, IndexFailure, IndexSummary, Outcome } from './events.ts';
export { type IndexOptions, runIndex } from './run-index.ts';
export { readServerList, type ServerList } from './server-list/read-server-list.ts';
