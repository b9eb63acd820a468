/** A tool's recommended policy, as its page shows it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { siteCatalogue } from '../../../../../catalogue/open.ts';
import { toolPaths } from '../../../../../catalogue/tool-paths.ts';
import { policyText } from '../../../../../policy/policy-text.ts';
import { textAnswer } from '../../../../../records/json-answer.ts';

export const getStaticPaths = (async () => toolPaths()) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const catalogue = await siteCatalogue();
  const tool = await catalogue.getTool(`${params.type}/${params.server}`, params.tool ?? '');
  if (!tool) throw new Error(`the catalogue lists ${params.type}/${params.server}/${params.tool} and does not have it`);
  return textAnswer(policyText(tool.policy));
};
