/** A verdict → a rule; a rule and a call → a decision; a policy → what it does, in words. Pure, and total where a call decides. */
export { atTime, type CounterState, noCallsYet } from './counters.ts';
export { type Call, decide, isHidden, spend } from './decide.ts';
export { describeEffect } from './describe/describe.ts';
export { type EffectRow, explainTool, explainValue, type Glance, glance } from './describe/explain.ts';
export { parsePolicy } from './load.ts';
export { type ClassifiedTool, recommendServerPolicy, recommendToolPolicy } from './recommend/recommend.ts';
