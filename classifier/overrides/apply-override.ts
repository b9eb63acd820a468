/** A person's correction put upon a verdict. The risk follows from the corrected facets by the same table as every other. */
import { resolvePointer } from '../../schema/json-pointer.ts';
import type { Override } from '../../schema/override.ts';
import type { HandlerEvidence } from '../../schema/snapshot.ts';
import { type Facets, Flag, type Risk, riskRank } from '../../schema/taxonomy.ts';
import { readTool } from '../../schema/tool-definition.ts';
import type { OperationVerdict, Verdict } from '../../schema/verdict.ts';
import { auditAnnotations } from '../annotations.ts';
import { reviseFindings } from '../findings/find-findings.ts';
import { rateRisk } from '../risk.ts';
import { isQuoted } from '../verify-evidence.ts';
import { agrees } from './agrees.ts';
import { findInconsistency } from './find-inconsistency.ts';

/** The tool as it is now. */
export interface Corrected {
  definition: unknown;
  handler?: readonly HandlerEvidence[];
}

/**
 * `stale`: the definition is another one than the person saw. `agreed`: the verdict says so by itself, and the override can go.
 * `refused`: a quote is not there, or what is said contradicts itself. The verdict stands in all three.
 */
export type OverrideOutcome =
  | { state: 'applied'; verdict: Verdict }
  | { state: 'stale' | 'agreed' | 'refused'; why: string };

export function applyOverride(verdict: Verdict, override: Override, tool: Corrected): OverrideOutcome {
  if (verdict.by.definitionHash !== override.definitionHash)
    return { state: 'stale', why: 'the definition has changed since; look at it again' };
  if (agrees(verdict, override))
    return { state: 'agreed', why: 'the classifier says the same by itself now; take the file out' };
  const fault = findFault(verdict, override, tool);
  if (fault !== undefined) return { state: 'refused', why: fault };
  const corrected = correct(verdict, override, tool);
  if (override.risk !== undefined && override.risk !== corrected.risk)
    return { state: 'refused', why: `it says the risk is ${override.risk}; its facets come to ${corrected.risk}` };
  const inconsistency = findInconsistency(corrected);
  return inconsistency === undefined
    ? { state: 'applied', verdict: corrected }
    : { state: 'refused', why: inconsistency };
}

/** What the override points at and is not there. */
function findFault({ operations }: Verdict, override: Override, tool: Corrected): string | undefined {
  const { definition, handler = [] } = tool;
  const missing = override.evidence.find((one) => !isQuoted({ ...one, from: 'person' }, definition, handler));
  if (missing !== undefined) return `the quote “${missing.quote}” is not at ${missing.pointer ?? missing.file ?? '?'}`;
  const input = override.facets?.openInput?.find(({ pointer }) => resolvePointer(definition, pointer) === undefined);
  if (input !== undefined) return `the definition has nothing at ${input.pointer}`;
  const unknown = override.operations?.find((stated) => !operations.some((one) => isSame(one, stated)));
  if (unknown === undefined) return undefined;
  return `the verdict has no operation ${unknown.selector.path} = ${String(unknown.selector.value)}`;
}

function isSame(a: Pick<OperationVerdict, 'selector'>, b: Pick<OperationVerdict, 'selector'>): boolean {
  return a.selector.path === b.selector.path && a.selector.value === b.selector.value;
}

function correct(verdict: Verdict, override: Override, tool: Corrected): Verdict {
  const { disagreement: _settled, ...before } = verdict;
  const category = override.category ?? verdict.category;
  const facets = mergeFacets(verdict.facets, override.facets ?? {});
  const flags = Flag.options.filter((flag) => statedFlag(flag, override) ?? verdict.flags.includes(flag));
  const operations = verdict.operations.map((one) => override.operations?.find((stated) => isSame(one, stated)) ?? one);
  const rated = rateWithOperations(rateRisk(category, facets, flags.includes('movesMoney')), operations);
  const confidence = override.category === undefined ? verdict.confidence : 1;
  const annotations = auditAnnotations(readTool(tool.definition).annotations, category, facets);
  const corrected = { ...before, category, risk: rated.risk, flags, facets, confidence, operations, annotations };
  const findings = reviseFindings(verdict.findings, { id: verdict.id, ...tool }, corrected);
  const evidence = override.evidence.map((one) => ({ ...one, from: `person:${override.by}` }));
  return {
    ...corrected,
    findings,
    needsReview: findings.some(({ severity }) => severity === 'alarm'),
    rationale: `${override.reason} ${rated.why}`,
    evidence: [...evidence, ...verdict.evidence],
    by: { ...verdict.by, override: { by: override.by, reason: override.reason } },
  };
}

/** A tool's risk is never under that of its worst operation. */
function rateWithOperations(
  whole: { risk: Risk; why: string },
  operations: readonly OperationVerdict[],
): { risk: Risk; why: string } {
  if (whole.risk === 'unrated') return whole;
  return operations
    .filter(({ risk }) => risk !== 'unrated')
    .reduce(
      (worst, { risk, rationale }) => (riskRank(risk) > riskRank(worst.risk) ? { risk, why: rationale } : worst),
      whole,
    );
}

function statedFlag(flag: Flag, { movesMoney, metaTool }: Override): boolean | undefined {
  if (flag === 'movesMoney') return movesMoney;
  return flag === 'metaTool' ? metaTool : undefined;
}

function mergeFacets(own: Facets, stated: NonNullable<Override['facets']>): Facets {
  return {
    outcome: stated.outcome ?? own.outcome,
    destination: stated.destination ?? own.destination,
    sensitivity: stated.sensitivity ?? own.sensitivity,
    scope: stated.scope ?? own.scope,
    power: stated.power ?? own.power,
    openInput: stated.openInput ?? own.openInput,
    untrustedOutput: stated.untrustedOutput ?? own.untrustedOutput,
  };
}
