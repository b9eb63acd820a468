/** What a definition says of itself, held against what the tool is judged to do. */
import type { Category } from '../../schema/taxonomy.ts';
import type { Hint } from '../../schema/tool-definition.ts';
import type { AnnotationAudit, DefinitionFinding, OperationVerdict } from '../../schema/verdict.ts';
import type { Reading } from '../reading/subject.ts';

export interface Judged {
  category: Category;
  confidence: number;
  annotations: Partial<Record<Hint, AnnotationAudit>>;
  operations: readonly Pick<OperationVerdict, 'selector' | 'category'>[];
}

const sureEnough = 0.85;

function findFalseHints({ category, confidence, annotations }: Judged): DefinitionFinding[] {
  const findings: DefinitionFinding[] = [];
  if (confidence < sureEnough) return findings;
  const { readOnlyHint, destructiveHint } = annotations;
  if (readOnlyHint?.state === 'contradicts' && readOnlyHint.declared) {
    const message = `It is declared read-only, and ${category === 'destructive' ? 'deletes' : 'changes something'}.`;
    findings.push({
      id: 'annotation-contradicts',
      severity: 'warning',
      message,
      pointer: '/annotations/readOnlyHint',
      quote: 'true',
    });
  }
  if (destructiveHint?.state === 'contradicts' && destructiveHint.declared === false) {
    const message = 'It is declared not destructive, and deletes.';
    findings.push({
      id: 'annotation-contradicts',
      severity: 'warning',
      message,
      pointer: '/annotations/destructiveHint',
      quote: 'false',
    });
  }
  return findings;
}

const ofSomething = /^(?:do(?:es)? not|doesn['’]t|without|never)\b/i;
const ofAll = /^(?:\s*(?:[.,;:!)\n]|$)|\s+(?:anything|any|data|state|the (?:data|database|state|system|server))\b)/i;

/** “Without changing the rules” promises nothing of what else is changed. */
function isPromiseOfAll(text: string, { start, end }: { start: number; end: number }): boolean {
  return !ofSomething.test(text.slice(start, end)) || ofAll.test(text.slice(end, end + 40));
}

/** A description that promises to change nothing over a schema in which something is deleted. */
function findFalsePromise({ description, parameters }: Reading, { operations }: Judged): DefinitionFinding[] {
  const promise = description?.phrases.find(
    (phrase) =>
      phrase.kind === 'assures-reading' &&
      !phrase.denied &&
      phrase.part === 'main' &&
      isPromiseOfAll(description.text, phrase),
  );
  const deleting = operations.find(({ category }) => category === 'destructive');
  if (!promise || !deleting || !description) return [];
  const { path, value } = deleting.selector;
  const declared = parameters.list.find((one) => one.path === path);
  const pointer = declared?.values.find((one) => one.value === value)?.pointer ?? declared?.pointer;
  const quote = description.text.slice(promise.start, promise.end);
  const message = `The description says “${quote}”, and the schema offers “${value}”.`;
  return [
    {
      id: 'schema-disagrees',
      severity: 'warning',
      message,
      ...(pointer === undefined ? {} : { pointer }),
      quote: String(value),
    },
  ];
}

/** The findings that rest on the verdict; they change with it. */
export function findContradictions(reading: Reading, judged: Judged): DefinitionFinding[] {
  return [...findFalsePromise(reading, judged), ...findFalseHints(judged)];
}

/** Whether a finding rests on a verdict. Of `schema-disagrees` those do that are warnings; the notes compare words alone. */
export function isContradiction({ id, severity }: DefinitionFinding): boolean {
  return id === 'annotation-contradicts' || (id === 'schema-disagrees' && severity === 'warning');
}
