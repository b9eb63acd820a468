/** Two readings of a tool's operations → one, value by value, by the same rule as for the tool. */
import { categoryRank, type Facets, riskRank } from '../../schema/taxonomy.ts';
import { readTool } from '../../schema/tool-definition.ts';
import type { OperationVerdict, Verdict } from '../../schema/verdict.ts';
import { readParameters } from '../reading/parameters.ts';
import { rateRisk } from '../risk.ts';
import type { AnswerOperation } from './answer.ts';
import type { VerifiedAnswer } from './verify-answer.ts';

type Rated = Pick<OperationVerdict, 'category' | 'risk' | 'rationale'>;

function rateOperation({ category, outcome, scope, power }: AnswerOperation, answer: VerifiedAnswer): Rated {
  const facets: Facets = { ...answer.facets, outcome, scope, power };
  const { risk, why } = rateRisk(category, facets, answer.movesMoney && category !== 'read');
  return { category, risk, rationale: why };
}

/** The darker of two, category and risk each for itself. */
export function darker<T extends Rated>(a: T, b: Rated): T {
  const category = categoryRank(b.category) > categoryRank(a.category) ? b.category : a.category;
  const isRiskier = riskRank(b.risk) > riskRank(a.risk);
  const risk = category === 'unclassified' ? 'unrated' : isRiskier ? b.risk : a.risk;
  return { ...a, category, risk, rationale: isRiskier || category !== a.category ? b.rationale : a.rationale };
}

function nameOf(path: string, value: OperationVerdict['selector']['value']): string {
  return JSON.stringify([path, String(value)]);
}

function indexAnswers(answer: VerifiedAnswer): Map<string, Rated> {
  const byName = new Map<string, Rated>();
  for (const operation of answer.operations) {
    const name = nameOf(operation.parameter, operation.value);
    const rated = rateOperation(operation, answer);
    const before = byName.get(name);
    byName.set(name, before === undefined ? rated : darker(rated, before));
  }
  return byName;
}

/** Each of the local operations, with the model's word on it. Values that only the model names are no operations of the tool. */
function mergeKnown(local: Verdict, answer: VerifiedAnswer, mayLower: boolean): OperationVerdict[] {
  const answers = indexAnswers(answer);
  return local.operations.map((operation) => {
    const said = answers.get(nameOf(operation.selector.path, operation.selector.value));
    if (said === undefined) return operation;
    return mayLower ? { ...operation, ...said } : darker(operation, said);
  });
}

/** Operations that only the model sees, on a parameter that declares its values. A value it leaves out is as bad as the whole tool. */
function addOperations(answer: VerifiedAnswer, whole: Rated, definition: unknown): OperationVerdict[] {
  const path = answer.operations[0]?.parameter;
  const parameter = readParameters(readTool(definition).inputSchema).list.find((one) => one.path === path);
  if (path === undefined || parameter === undefined || parameter.values.length < 2) return [];
  const answers = indexAnswers(answer);
  const values = new Map(parameter.values.map(({ value }) => [nameOf(path, value), value]));
  return [...values].map(([name, value]) => ({ selector: { path, value }, ...(answers.get(name) ?? whole) }));
}

/** Naming operations makes some of them milder than the whole was, so the model may add them only where it may lower. */
export function mergeOperations(
  local: Verdict,
  answer: VerifiedAnswer,
  whole: Rated,
  { mayLower, definition }: { mayLower: boolean; definition: unknown },
): OperationVerdict[] {
  if (local.operations.length > 0) return mergeKnown(local, answer, mayLower);
  return mayLower ? addOperations(answer, whole, definition) : [];
}
