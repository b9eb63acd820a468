/**
 * Compares servers that were run with the repository that they name, where that is in the catalogue too and their own files gave
 * nothing. That the two belong together is their own word, so no evidence of what handlers do passes from one to the other.
 */
import type { Catalogue, ServerRecord } from '../catalogue/index.ts';
import { compareLists } from '../crawler/compare/compare-lists.ts';
import type { Snapshot } from '../schema/snapshot.ts';
import { judgePossible } from './judge.ts';

/** Of the listed tools the source must show so many; else it is the source of another server, or of many. */
const shareInCommon = 0.5;

/** `serverIds`: those of a run, changed or not, since a run that was stopped may have left this undone. */
export async function compareRelated(catalogue: Catalogue, serverIds: Iterable<string>, at: string): Promise<void> {
  const concerned = new Map<string, readonly string[]>();
  for (const id of serverIds) {
    const kin = await listKin(catalogue, id);
    if (kin.length > 0) concerned.set(id, kin);
    // One that is not of this run may name what is.
    for (const other of kin) if (!concerned.has(other)) concerned.set(other, await listKin(catalogue, other));
  }
  for (const [id, kin] of concerned) {
    const server = await catalogue.getServer(id);
    if (server !== undefined && isOpen(server)) await compareOne(catalogue, { id, kin }, at);
  }
}

/** Run, and not compared with its own files. */
function isOpen({ id, launch, toolCount, comparison }: ServerRecord): boolean {
  const ownFiles = comparison !== undefined && comparison.source.replace(/@[^@/]*$/, '') === id;
  return launch.transport !== 'none' && toolCount > 0 && !ownFiles;
}

async function compareOne(
  catalogue: Catalogue,
  { id, kin }: { id: string; kin: readonly string[] },
  at: string,
): Promise<void> {
  const live = await catalogue.getSnapshot(id);
  if (live === undefined) return;
  for (const other of kin) {
    const source = await catalogue.getSnapshot(other);
    if (source?.coverage.state !== 'source-only') continue;
    const comparison = compareLists(live.tools, { source: nameSource(source), tools: source.tools, notes: [kinship] });
    if (comparison.both < live.tools.length * shareInCommon) continue;
    const possible = judgePossible({ ...live, comparison });
    await catalogue.storeComparison(id, comparison, { possible }, at);
    return;
  }
}

const kinship = 'That this is its source is what the package says.';

function nameSource({ server, revision }: Snapshot): string {
  return revision === undefined ? server.id : `${server.id}@${revision}`;
}

async function listKin(catalogue: Catalogue, id: string): Promise<string[]> {
  const { sameOffer, sameRepository } = await catalogue.relatedServers(id);
  return [...sameOffer, ...sameRepository].map((server) => server.id);
}
