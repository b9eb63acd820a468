/** Every tool page's route, ids alone: memory is decided by what is handed over here, not by the number of pages. */
import { siteCatalogue } from './open.ts';

export interface ToolPath {
  params: { type: string; server: string; tool: string };
}

export async function toolPaths(): Promise<ToolPath[]> {
  const catalogue = await siteCatalogue();
  const addresses = await catalogue.listToolAddresses();
  return addresses.map(({ server, tool }) => ({ params: { ...splitAddress(server), tool } }));
}

export async function serverPaths(): Promise<{ params: { type: string; server: string } }[]> {
  const catalogue = await siteCatalogue();
  const servers = await catalogue.listServers();
  return servers.map(({ address }) => ({ params: splitAddress(address) }));
}

export function splitAddress(address: string): { type: string; server: string } {
  const [type = '', server = ''] = address.split('/');
  return { type, server };
}
