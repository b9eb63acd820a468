/** Counts, and every server with where to read on. */
import type { APIRoute } from 'astro';
import { siteCatalogue } from '../../../catalogue/open.ts';
import { siteOverview } from '../../../catalogue/overview.ts';
import { jsonAnswer } from '../../../records/json-answer.ts';
import { publishedServerLine } from '../../../records/published.ts';

export const GET: APIRoute = async () => {
  const catalogue = await siteCatalogue();
  const { servers } = await siteOverview();
  return jsonAnswer({ summary: await catalogue.summary(), servers: servers.map(publishedServerLine) });
};
