/** The classifier that asks a language model: the local verdict for every tool, and the model's word on those it is asked about. */
import type { Verdict } from '../../schema/verdict.ts';
import { classifyTool } from '../index.ts';
import type { Subject } from '../subject.ts';
import { openBudget } from './budget.ts';
import { type AnswerCache, openCache } from './cache.ts';
import { findModel } from './cost.ts';
import { estimateCost } from './estimate.ts';
import { groupQuestions } from './group.ts';
import { promptHash } from './make-request.ts';
import { mergeVerdict } from './merge.ts';
import { type LlmOptions, type Settled, settleOptions } from './options.ts';
import type { AskOutcome } from './outcome.ts';
import { isUnsure, makeQuestion, type Question } from './question.ts';
import { addReports, countMerge, countOutcome, emptyReport, type LlmReport } from './report.ts';
import { openAsking } from './run-asking.ts';
import { verifyAnswer } from './verify-answer.ts';

export interface LlmResult {
  /** One per subject, in order: the local verdict wherever the model gave nothing. */
  verdicts: Verdict[];
  /** Per subject, what came of asking; undefined where it was not chosen. */
  outcomes: (AskOutcome | undefined)[];
  report: LlmReport;
}

export interface LlmEstimate {
  /** Tools handed in, and those of them that are for the model to look at. */
  subjects: number;
  chosen: number;
  /** Chosen tools whose answer is in the cache. */
  cached: number;
  requests: number;
  /** US dollars, what a batch of an earlier run is still to bring included; undefined where no price is known. */
  cost: number | undefined;
}

export interface LlmClassifier {
  /** Names the model and the prompt; changes whenever the verdicts could. */
  model: string;
  /** What `classify` would come to. Sends nothing and needs no key. */
  estimate(subjects: readonly Subject[]): Promise<LlmEstimate>;
  /** Never rejects for what an API, a cache or a definition does. */
  classify(subjects: readonly Subject[]): Promise<LlmResult>;
  /** Of all calls so far. */
  report(): LlmReport;
}

/** The budget, the pace and the key are those of the classifier: several calls share one `maxCost`. */
export function openLlmClassifier(options: LlmOptions): LlmClassifier {
  const settled = settleOptions(options);
  const budget = openBudget(settled.maxCost);
  const runAsking = openAsking(settled, budget);
  let total = emptyReport(settled.model, promptHash);
  return {
    model: `${settled.model}+${promptHash.slice(7, 19)}`,
    estimate: (subjects) => estimateSubjects(subjects, settled),
    async classify(subjects) {
      const result = await classifySubjects(subjects, settled, runAsking);
      total = addReports(total, result.report);
      return result;
    },
    report: () => total,
  };
}

export async function classifyWithModel(subjects: readonly Subject[], options: LlmOptions): Promise<LlmResult> {
  return openLlmClassifier(options).classify(subjects);
}

interface Chosen {
  locals: Verdict[];
  /** Per subject; undefined where it is not for the model to look at. */
  questions: (Question | undefined)[];
  /** By the question's key: what the cache answers, and what is left to ask. */
  outcomes: Map<string, AskOutcome>;
  open: Map<string, Question>;
  cache: AnswerCache;
}

async function chooseQuestions(
  subjects: readonly Subject[],
  settled: Settled,
  onNote: (note: string) => void,
): Promise<Chosen> {
  const asked = { model: settled.model, promptHash };
  const locals = subjects.map(classifyTool);
  const questions = subjects.map((subject, index): Question | undefined => {
    const local = locals[index];
    const isChosen = local !== undefined && (settled.mode === 'llm' || isUnsure(local));
    return isChosen ? makeQuestion(subject, local, asked) : undefined;
  });
  const outcomes = new Map<string, AskOutcome>();
  const cache = openCache(settled.cacheFolder, asked, onNote);
  const open = new Map<string, Question>();
  for (const question of questions) {
    if (question === undefined || outcomes.has(question.key) || open.has(question.key)) continue;
    const answer = await cache.read(question.key);
    if (answer === undefined) open.set(question.key, question);
    else outcomes.set(question.key, { kind: 'answered', answer });
  }
  return { locals, questions, outcomes, open, cache };
}

function countCached({ questions, open }: Chosen): { chosen: number; cached: number } {
  const chosen = questions.filter((question) => question !== undefined);
  return { chosen: chosen.length, cached: chosen.filter(({ key }) => !open.has(key)).length };
}

async function estimateSubjects(subjects: readonly Subject[], settled: Settled): Promise<LlmEstimate> {
  const chosen = await chooseQuestions(subjects, settled, () => {});
  const groups = groupQuestions([...chosen.open.values()]);
  const cost = estimateCost(groups, settled.prices ?? findModel(settled.model), settled.batch);
  return { subjects: subjects.length, ...countCached(chosen), requests: groups.length, cost };
}

async function classifySubjects(
  subjects: readonly Subject[],
  settled: Settled,
  runAsking: ReturnType<typeof openAsking>,
): Promise<LlmResult> {
  const report = emptyReport(settled.model, promptHash);
  const chosen = await chooseQuestions(subjects, settled, (note) => report.notes.push(note));
  const { locals, questions, outcomes, open, cache } = chosen;
  Object.assign(report, { subjects: subjects.length, ...countCached(chosen) });
  report.asked = report.chosen - report.cached;
  if (settled.cachedOnly) {
    for (const key of open.keys()) outcomes.set(key, { kind: 'not-asked', because: 'cached-only' });
  } else if (open.size > 0) {
    await runAsking([...open.values()], report, async (key, outcome) => {
      outcomes.set(key, outcome);
      if (outcome.kind === 'answered') await cache.write(key, outcome.answer);
    });
  }
  const ofSubjects = questions.map(
    (question) => question && (outcomes.get(question.key) ?? { kind: 'missing' as const }),
  );
  const verdicts = subjects.map((subject, index) => {
    const local = locals[index] as Verdict; // one was made for every subject
    return judge(subject, local, questions[index], ofSubjects[index], report);
  });
  return { verdicts, outcomes: ofSubjects, report };
}

function judge(
  subject: Subject,
  local: Verdict,
  question: Question | undefined,
  outcome: AskOutcome | undefined,
  report: LlmReport,
): Verdict {
  if (question === undefined || outcome === undefined) return local;
  countOutcome(report, outcome.kind);
  if (outcome.kind !== 'answered') return local;
  const answer = verifyAnswer(outcome.answer, subject, report.model);
  const asked = { name: report.model, promptHash };
  const { verdict, kind } = mergeVerdict(subject, local, answer, asked, !question.shown.cut);
  countMerge(report, kind);
  return verdict;
}
