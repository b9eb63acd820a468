/** What is wrong with a definition itself. Nothing here changes how powerful the tool is held to be. */
import type { Category } from '../../schema/taxonomy.ts';
import type { Hint } from '../../schema/tool-definition.ts';
import type { AnnotationAudit, DefinitionFinding } from '../../schema/verdict.ts';
import type { Reading } from '../reading/subject.ts';
import { findInstructions } from './instructions.ts';
import { findHiddenCharacters, findLookAlikes } from './letters.ts';
import { collectTexts } from './texts.ts';

interface Judged {
  category: Category;
  confidence: number;
  annotations: Partial<Record<Hint, AnnotationAudit>>;
  /** Values of operations that delete. */
  deletingValues: readonly { value: string; pointer: string }[];
}

const sureEnough = 0.85;

function findContradictions({ category, confidence, annotations }: Judged): DefinitionFinding[] {
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

/** A description that promises to change nothing over a schema in which something is deleted. */
function findDisagreement({ description }: Reading, { deletingValues }: Judged): DefinitionFinding[] {
  const promise = description?.phrases.find(
    ({ kind, denied, part }) => kind === 'assures-reading' && !denied && part === 'main',
  );
  const value = deletingValues[0];
  if (!promise || !value || !description) return [];
  const quote = description.text.slice(promise.start, promise.end);
  const message = `The description says “${quote}”, and the schema offers “${value.value}”.`;
  return [{ id: 'schema-disagrees', severity: 'warning', message, pointer: value.pointer, quote: value.value }];
}

export function findFindings(definition: unknown, reading: Reading, judged: Judged): DefinitionFinding[] {
  const texts = collectTexts(definition);
  const missing: DefinitionFinding[] = reading.description
    ? []
    : [
        {
          id: 'missing-description',
          severity: 'note',
          message: 'It has no description, so the verdict rests on its name and parameters.',
        },
      ];
  return [
    ...findInstructions(texts),
    ...findHiddenCharacters(texts),
    ...findLookAlikes(texts),
    ...findDisagreement(reading, judged),
    ...findContradictions(judged),
    ...missing,
  ];
}
