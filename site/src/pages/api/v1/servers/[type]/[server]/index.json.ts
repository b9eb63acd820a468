/** A server and its tools, each with its verdict in brief. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { siteCatalogue } from '../../../../../../catalogue/open.ts';
import { serverPaths } from '../../../../../../catalogue/tool-paths.ts';
import { jsonAnswer } from '../../../../../../records/json-answer.ts';
import { publishedServer } from '../../../../../../records/published.ts';

export const getStaticPaths = (async () => serverPaths()) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const catalogue = await siteCatalogue();
  const server = await catalogue.getServer(`${params.type}/${params.server}`);
  if (!server) throw new Error(`the catalogue lists ${params.type}/${params.server} and does not have it`);
  return jsonAnswer(publishedServer(server, await catalogue.listTools(server.id)));
};
