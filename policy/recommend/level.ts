/** Which action a profile takes for a tool, or for one operation of it: the strictest of all that apply, with the reasons. */
import { categoryRank, riskRank } from '../../schema/taxonomy.ts';
import { categoryTexts, riskTexts } from '../../schema/taxonomy-texts.generated.ts';
import type { OperationVerdict, Verdict } from '../../schema/verdict.ts';
import { lineInWords } from '../words.ts';
import { type Action, compareActions, type ProfileTable, strictest, type Trait } from './profile-table.ts';

export interface Level {
  action: Action;
  /** A sentence or two for the person who is asked. */
  reason: string;
}

const longestReason = 200;

const traitReasons = {
  needsReview: 'The verdict on this tool still needs a review.',
  metaTool: 'It reaches other tools.',
  movesMoney: 'It moves money.',
  credentials: 'It handles credentials.',
  regulated: 'It handles regulated data.',
} as const satisfies Record<Trait, string>;

export function levelOfTool(verdict: Verdict, profile: ProfileTable): Level {
  const { category, risk } = verdict;
  const base: Level = {
    action: profile.table[category][risk],
    reason: category === 'unclassified' ? 'Too little is known of this tool.' : kindInWords(verdict),
  };
  return strictestLevel([base, ...traitsOf(verdict).map((trait) => levelOfTrait(trait, profile))]);
}

/**
 * An operation is judged by its own verdict. What belongs to the whole tool counts as well: doubt always, money and delicate data
 * for every operation that is more than a plain read.
 */
export function levelOfOperation(operation: OperationVerdict, verdict: Verdict, profile: ProfileTable): Level {
  const { category, risk, rationale } = operation;
  const plainRead = category === 'read' && risk === 'low';
  const traits = traitsOf(verdict).filter((trait) => !plainRead || trait === 'needsReview' || trait === 'metaTool');
  const base: Level = {
    action: profile.table[category][risk],
    reason: lineInWords(rationale, longestReason) || kindInWords(operation),
  };
  return strictestLevel([
    base,
    ...unaccounted(verdict, profile),
    ...traits.map((trait) => levelOfTrait(trait, profile)),
  ]);
}

/** Where the operations do not account for the tool's own category or risk, something else in it does, whichever is chosen. */
function unaccounted({ category, risk, operations }: Verdict, profile: ProfileTable): Level[] {
  const accounted =
    operations.some((operation) => categoryRank(operation.category) >= categoryRank(category)) &&
    operations.some((operation) => riskRank(operation.risk) >= riskRank(risk));
  if (accounted) return [];
  const tool = profile.table[category][risk];
  const action = compareActions(tool, 'ask') > 0 ? 'ask' : tool;
  return [{ action, reason: 'The tool as a whole was found to do more than its operations say.' }];
}

function traitsOf({ needsReview, flags, facets }: Verdict): Trait[] {
  const { sensitivity } = facets;
  return [
    ...(needsReview ? (['needsReview'] as const) : []),
    ...flags.filter((flag) => flag === 'metaTool' || flag === 'movesMoney'),
    ...(sensitivity === 'credentials' || sensitivity === 'regulated' ? [sensitivity] : []),
  ];
}

function levelOfTrait(trait: Trait, profile: ProfileTable): Level {
  return { action: profile.atLeast[trait], reason: traitReasons[trait] };
}

function strictestLevel(levels: readonly Level[]): Level {
  const action = strictest('allow', ...levels.map((level) => level.action));
  const reasons = levels.filter((level) => compareActions(level.action, action) === 0).map(({ reason }) => reason);
  return { action, reason: [...new Set(reasons)].join(' ') };
}

function kindInWords({ category, risk }: Pick<OperationVerdict, 'category' | 'risk'>): string {
  return `${categoryTexts[category].title}, ${riskTexts[risk].phrase}.`;
}
