/**
 * Combines everything into the verdict on one tool. Signals state facts, `judgement/` weighs them, the risk table rates them;
 * here the parts meet. Nothing that is missing, cut off or failed makes a tool look milder.
 */
import { type Category, categoryRank, type Facets, type Flag, type Risk, riskRank } from '../schema/taxonomy.ts';
import { readTool } from '../schema/tool-definition.ts';
import type { OperationVerdict, Verdict } from '../schema/verdict.ts';
import { auditAnnotations } from './annotations.ts';
import { estimateConfidence } from './confidence.ts';
import { chooseEvidence } from './evidence.ts';
import { findFindings } from './findings/find-findings.ts';
import type { CategoryJudgement } from './judgement/category.ts';
import { mergeFacets } from './judgement/merge-facets.ts';
import { findSelector } from './operations/find-selector.ts';
import { type Judged, type JudgedOperation, judgeApart, judgeOperations } from './operations/judge-operations.ts';
import { worstCategory } from './operations/worst-category.ts';
import { writeRationale } from './rationale.ts';
import { type Reading, readSubject } from './reading/subject.ts';
import { rateRisk } from './risk.ts';
import type { AnySignal } from './signals/define-signal.ts';
import { evidenceOf, type Observations, runSignals } from './signals/run-signals.ts';
import type { Subject } from './subject.ts';
import { isQuoted } from './verify-evidence.ts';

/** Below this a person should look. */
const leastConfidence = 0.6;

interface Whole {
  judgement: CategoryJudgement;
  category: Category;
  facets: Facets;
  movesMoney: boolean;
  risk: Risk;
  why: string;
}

/** The tool as one thing and its operations, put together: the worst of all. */
function combine(whole: Judged, operations: readonly JudgedOperation[]): Whole {
  const { judgement } = whole;
  const single = {
    judgement,
    category: judgement.category,
    facets: whole.facets,
    movesMoney: whole.movesMoney,
    risk: whole.risk,
    why: whole.why,
  };
  if (operations.length === 0) return single;
  const ofOperations = worstCategory(operations);
  if (ofOperations === 'unclassified') return single;
  // Its own words may be weak or general ("manage"); a clear one ("runs a command …") counts beside the operations.
  const isClear = judgement.basis !== 'weak-words' && judgement.category !== 'unclassified';
  const isStronger = isClear && categoryRank(judgement.category) > categoryRank(ofOperations);
  const category = isStronger ? judgement.category : ofOperations;
  const facets = mergeFacets([...operations.map((one) => one.facets), ...(isClear ? [whole.facets] : [])]);
  const movesMoney = operations.some((one) => one.movesMoney) || (isClear && whole.movesMoney);
  const rated = rateRisk(category, facets, movesMoney);
  const worst = operations.reduce((a, b) => (riskRank(b.risk) > riskRank(a.risk) && b.risk !== 'unrated' ? b : a));
  const isHigher = worst.risk !== 'unrated' && riskRank(worst.risk) > riskRank(rated.risk);
  return { judgement, category, facets, movesMoney, ...(isHigher ? { risk: worst.risk, why: worst.why } : rated) };
}

function listFlags({ movesMoney }: Whole, operations: readonly JudgedOperation[], observations: Observations): Flag[] {
  const flags: Flag[] = [];
  if (movesMoney) flags.push('movesMoney');
  if (operations.some(({ selector }) => typeof selector.value !== 'boolean')) flags.push('multiAction');
  if (evidenceOf(observations, 'reaches-tools').length > 0) flags.push('metaTool');
  return flags;
}

/** The confidence of a multi-action tool is that of its declared values, which leave less open than words. */
function judgeConfidence(whole: Whole, operations: readonly JudgedOperation[]): number {
  const own = estimateConfidence(
    whole.category,
    whole.judgement.category === whole.category ? whole.judgement.basis : 'parameters',
  );
  return operations.some(({ selector }) => typeof selector.value === 'string')
    ? Math.max(own, estimateConfidence(whole.category, 'parameters'))
    : own;
}

export interface Given {
  signals: readonly AnySignal[];
  /** Which model speaks, as the verdict's `by` names it. */
  model: string;
  definitionHash: string;
}

export function makeVerdict(subject: Subject, given: Given): Verdict {
  const reading = readSubject(subject);
  const observations = runSignals(given.signals, reading);
  const selector = findSelector(reading);
  const apart = judgeApart(selector, reading, observations);
  const operations = judgeOperations(selector, reading, apart, given.signals);
  const whole = combine(apart, operations);
  const failed = observations.failed.length > 0;
  const confidence = failed ? 0 : judgeConfidence(whole, operations);
  const annotations = auditAnnotations(reading.annotations, whole.category, whole.facets);
  const deletingValues = operations
    .filter(({ category }) => category === 'destructive')
    .map(({ selector, pointer }) => ({ value: String(selector.value), pointer }));
  const findings = findFindings(subject.definition, reading, {
    category: whole.category,
    confidence,
    annotations,
    deletingValues,
  });
  const evidence = chooseEvidence(whole.judgement, whole.category, observations, operations).filter((one) =>
    isQuoted(one, subject.definition, subject.handler ?? []),
  );
  return {
    id: subject.id,
    ...(subject.server ? { server: subject.server.id } : {}),
    name: readTool(subject.definition).name,
    category: failed ? 'unclassified' : whole.category,
    risk: failed ? 'unrated' : whole.risk,
    flags: listFlags(whole, operations, observations),
    facets: whole.facets,
    confidence,
    needsReview: failed || confidence < leastConfidence || needsPerson(reading, findings, operations),
    operations: operations.map(toOperationVerdict),
    rationale: failed ? sayFailure(observations.failed) : rationaleOf(whole, operations, observations, reading),
    evidence: [...evidence],
    annotations,
    findings,
    by: { model: given.model, definitionHash: given.definitionHash },
  };
}

function needsPerson(
  { description, parameters }: Reading,
  findings: Verdict['findings'],
  operations: readonly JudgedOperation[],
): boolean {
  if (operations.some(({ category }) => category === 'unclassified')) return true;
  return !description || description.cut || parameters.cut || findings.some(({ severity }) => severity === 'alarm');
}

function sayFailure(failed: readonly string[]): string {
  return `It could not be classified: ${failed.length === 1 ? 'a signal' : 'signals'} failed (${failed.join(', ')}).`;
}

function toOperationVerdict({ selector, category, risk, why }: JudgedOperation): OperationVerdict {
  return { selector, category, risk, rationale: why };
}

function rationaleOf(
  whole: Whole,
  operations: readonly JudgedOperation[],
  observations: Observations,
  reading: Reading,
): string {
  const path = operations[0]?.selector.path;
  const chooser = reading.parameters.list.find((parameter) => parameter.path === path)?.name;
  return writeRationale({
    judgement: whole.judgement,
    category: whole.category,
    why: whole.why,
    operations,
    chooser: path === undefined ? undefined : chooser,
    observed: observations.all,
    hasDescription: reading.description !== undefined,
    scope: whole.facets.scope,
    untrustedOutput: whole.facets.untrustedOutput,
  });
}
