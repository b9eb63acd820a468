/** What the search on the home page fetches. */
import type { APIRoute } from 'astro';
import { siteOverview } from '../catalogue/overview.ts';
import { jsonAnswer } from '../records/json-answer.ts';
import { makeSearchIndex } from '../search/make-index.ts';

export const GET: APIRoute = async () => {
  const { servers, tools } = await siteOverview();
  return jsonAnswer(makeSearchIndex(servers, tools));
};
