/** The server of a tool page. Pages of one server are built one after another, so the last few are kept. */
import type { Catalogue } from '../../../catalogue/index.ts';
import type { ServerRecord } from '../../../catalogue/records.ts';

const kept = new WeakMap<Catalogue, Map<string, Promise<ServerRecord | undefined>>>();
const room = 8;

export function readServerOf(catalogue: Catalogue, address: string): Promise<ServerRecord | undefined> {
  const records = kept.get(catalogue) ?? new Map<string, Promise<ServerRecord | undefined>>();
  kept.set(catalogue, records);
  const known = records.get(address);
  if (known) return known;
  const [oldest] = records.keys();
  if (records.size >= room && oldest !== undefined) records.delete(oldest);
  const record = catalogue.getServer(address);
  records.set(address, record);
  return record;
}
