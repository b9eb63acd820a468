/** A server's recommended policy, as its page shows it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { siteCatalogue } from '../../../../catalogue/open.ts';
import { siteOverview } from '../../../../catalogue/overview.ts';
import { splitAddress } from '../../../../catalogue/tool-paths.ts';
import { policyText } from '../../../../policy/policy-text.ts';
import { jsonAnswer, textAnswer } from '../../../../records/json-answer.ts';

export const getStaticPaths = (async () => {
  const { servers } = await siteOverview();
  return servers.filter(({ toolCount }) => toolCount > 0).map(({ address }) => ({ params: splitAddress(address) }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const catalogue = await siteCatalogue();
  const server = await catalogue.getServer(`${params.type}/${params.server}`);
  // A server whose tools are still to be judged has no policy yet; denying everything is the policy of what is not known.
  return server?.policy ? textAnswer(policyText(server.policy)) : jsonAnswer({ version: '1', default: 'deny' });
};
