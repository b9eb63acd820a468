/** One tool of a look as a row of the store. */
import { hash } from 'node:crypto';
import type { Policy } from '../../schema/policy.ts';
import type { SnapshotTool } from '../../schema/snapshot.ts';
import { categoryRank, riskRank } from '../../schema/taxonomy.ts';
import { readTool } from '../../schema/tool-definition.ts';
import type { Verdict } from '../../schema/verdict.ts';
import type { ToolsTable } from '../tables.ts';
import { makeStorableText } from './storable-id.ts';

export interface ToolPlace {
  serverId: string;
  key: string;
  segment: string;
  position: number;
}

/** The columns that say what a tool is; the others say when it was seen. */
export type ToolContent = Omit<ToolsTable, 'content_hash' | 'first_seen' | 'last_changed' | 'missing_since'>;
export type JudgedColumns = Pick<
  ToolsTable,
  'category' | 'risk' | 'weight' | 'needs_review' | 'verdict_json' | 'policy_json'
>;

const longestName = 200;
const longestBlurb = 240;

export function makeToolContent(place: ToolPlace, tool: SnapshotTool, verdict: Verdict, policy: Policy): ToolContent {
  const readable = readTool(tool.definition);
  const { provenance, conditions, conformance, handler, declaredAt } = tool;
  return {
    server_id: place.serverId,
    tool_id: place.key,
    position: place.position,
    segment: place.segment,
    name: makeStorableText(cut(readable.name, longestName)),
    title: readable.title === undefined ? null : makeStorableText(cut(readable.title, longestName)),
    blurb: makeStorableText(cut(readable.description ?? '', longestBlurb)),
    definition_hash: tool.definitionHash,
    stable_hash: tool.stableHash,
    seen_json: JSON.stringify({ provenance, conditions, conformance, handler, declaredAt }),
    ...judgedColumns(verdict, policy),
  };
}

export function judgedColumns(verdict: Verdict, policy: Policy): JudgedColumns {
  return {
    category: verdict.category,
    risk: verdict.risk,
    weight: riskRank(verdict.risk) * 10 + categoryRank(verdict.category),
    needs_review: verdict.needsReview ? 1 : 0,
    verdict_json: JSON.stringify(verdict),
    policy_json: JSON.stringify(policy),
  };
}

/** Times apart, so that two looks at the same thing have the same hash. `isMissing` is shown, so it counts. */
export function hashToolContent(content: ToolContent, isMissing: boolean): string {
  const digest = hash(
    'sha256',
    JSON.stringify([
      content.tool_id,
      content.position,
      content.segment,
      content.definition_hash,
      content.stable_hash,
      content.seen_json,
      content.verdict_json,
      content.policy_json,
    ]),
  );
  return isMissing ? withMissingMark(digest) : digest;
}

/** The hash of a tool that has gone missing, from the one it had. */
export function withMissingMark(contentHash: string): string {
  return `${contentHash}-missing`;
}

// A cut may fall between the halves of a character; makeStorableText then writes the first half out, so it is dropped here.
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length);
  return `${/[\ud800-\udbff]$/.test(start) ? start.slice(0, -1) : start}…`;
}
