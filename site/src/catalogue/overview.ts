/** What lists and counts need of the whole catalogue, read once per build: every tool in brief, and what changed. */
import type { Catalogue, ServerSummary, ToolChange, ToolSummary } from '../../../catalogue/index.ts';
import type { Category, Risk } from '../../../schema/taxonomy.ts';
import { compareCare } from '../taxonomy/compare-care.ts';
import { siteCatalogue } from './open.ts';

export interface Overview {
  servers: readonly ServerSummary[];
  /** What asks for most care first, then by name. */
  tools: readonly ToolSummary[];
  /** Newest first, by the id of the server. A tool's first appearance with its server is not a change. */
  changes: ReadonlyMap<string, readonly ToolChange[]>;
}

const mostChanges = 20_000;
const read = new WeakMap<Catalogue, Promise<Overview>>();

export async function siteOverview(): Promise<Overview> {
  const catalogue = await siteCatalogue();
  const known = read.get(catalogue);
  if (known) return known;
  const overview = readOverview(catalogue);
  read.set(catalogue, overview);
  return overview;
}

async function readOverview(catalogue: Catalogue): Promise<Overview> {
  const servers = await catalogue.listServers();
  const tools: ToolSummary[] = [];
  const changes = new Map<string, ToolChange[]>();
  const firstSeen = new Map<string, string>();
  for (const { id } of servers) {
    const server = await catalogue.getServer(id);
    if (!server) continue;
    for (const tool of server.tools) tools.push(tool);
    firstSeen.set(id, server.firstSeen);
  }
  for (const change of await catalogue.changesSince('', mostChanges)) {
    if (change.kind === 'added' && change.at === firstSeen.get(change.server.id)) continue;
    const list = changes.get(change.server.id);
    if (list) list.push(change);
    else changes.set(change.server.id, [change]);
  }
  return { servers, tools: tools.sort(compareCare), changes };
}

export function toolsOfRisk(overview: Overview, risk: Risk): ToolSummary[] {
  return overview.tools.filter((tool) => tool.risk === risk);
}

export function toolsOfCategory(overview: Overview, category: Category): ToolSummary[] {
  return overview.tools.filter((tool) => tool.category === category);
}
