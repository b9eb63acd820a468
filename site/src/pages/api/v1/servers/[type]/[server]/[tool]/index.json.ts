/** A tool's verdict and the hash of the definition it is about. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { siteCatalogue } from '../../../../../../../catalogue/open.ts';
import { readServerOf } from '../../../../../../../catalogue/server-of.ts';
import { toolPaths } from '../../../../../../../catalogue/tool-paths.ts';
import { jsonAnswer } from '../../../../../../../records/json-answer.ts';
import { publishedTool } from '../../../../../../../records/published.ts';

export const getStaticPaths = (async () => toolPaths()) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const catalogue = await siteCatalogue();
  const address = `${params.type}/${params.server}`;
  const tool = await catalogue.getTool(address, params.tool ?? '');
  const server = await readServerOf(catalogue, address);
  if (!tool || !server) throw new Error(`the catalogue lists ${address}/${params.tool} and does not have it`);
  return jsonAnswer(publishedTool(tool, server));
};
