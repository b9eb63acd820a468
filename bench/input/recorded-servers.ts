/** A folder of published npm servers as they were once listed: one JSON file for each, `{package, version, tools: [{name}]}`. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const RecordedServer = z.looseObject({
  package: z.string(),
  version: z.string(),
  tools: z.array(z.looseObject({ name: z.string() })),
});
export type RecordedServer = z.infer<typeof RecordedServer>;

/** Those whose package has `only` in its name, in the order of their files. @throws where a file is not of that form */
export async function readRecordedServers(folder: string, only: string): Promise<RecordedServer[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const records = await Promise.all(
    names.map(async (name) => RecordedServer.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8')))),
  );
  return records.filter((record) => record.package.includes(only));
}
