/** Everything that the rules find of one tool, before the model is asked: what was read, what the signals saw, what it comes to. */
import { type Category, categoryRank, type Facets, type Risk, riskRank } from '../schema/taxonomy.ts';
import type { CategoryJudgement } from './judgement/category.ts';
import { mergeFacets } from './judgement/merge-facets.ts';
import { type FoundSelector, findSelector } from './operations/find-selector.ts';
import { type Judged, type JudgedOperation, judgeApart, judgeOperations } from './operations/judge-operations.ts';
import { worstCategory } from './operations/worst-category.ts';
import { type Reading, readSubject } from './reading/subject.ts';
import { rateRisk } from './risk.ts';
import type { AnySignal } from './signals/define-signal.ts';
import { type Observations, runSignals } from './signals/run-signals.ts';
import type { Subject } from './subject.ts';

/** The tool as one thing and its operations, put together. */
export interface Whole {
  judgement: CategoryJudgement;
  category: Category;
  facets: Facets;
  movesMoney: boolean;
  risk: Risk;
  why: string;
}

export interface Examined {
  reading: Reading;
  observations: Observations;
  selector: FoundSelector | undefined;
  operations: JudgedOperation[];
  whole: Whole;
}

/** The worst of all. */
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

export function examineSubject(subject: Subject, signals: readonly AnySignal[]): Examined {
  const reading = readSubject(subject);
  const observations = runSignals(signals, reading);
  const selector = findSelector(reading);
  const apart = judgeApart(selector, reading, observations);
  const operations = judgeOperations(selector, reading, apart, signals);
  return { reading, observations, selector, operations, whole: combine(apart, operations) };
}
