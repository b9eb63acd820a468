/** Puts the classifier to labelled tools. */
import type { LabelledTool } from '../../schema/labelled-tool.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { classifyTool } from '../index.ts';
import type { Subject } from '../subject.ts';
import { type DefinitionPart, definitionParts, toDefinition } from './definition-parts.ts';
import type { Judged } from './labelled-row.ts';

/** `parts` are what the classifier is shown beside the name and the server. */
export function subjectOfRow(row: LabelledTool, parts: ReadonlySet<DefinitionPart>): Subject {
  const { server, handler } = row;
  return {
    id: row.tool,
    definition: toDefinition(row, parts),
    ...(server === undefined ? {} : { server: { id: server, name: server } }),
    ...(handler !== undefined && parts.has('handler') ? { handler } : {}),
  };
}

export function judgeRow(row: LabelledTool, parts: ReadonlySet<DefinitionPart> = new Set(definitionParts)): Judged {
  return answerRow(row, classifyTool(subjectOfRow(row, parts)));
}

export function answerRow(row: LabelledTool, { category, risk, confidence, needsReview }: Verdict): Judged {
  return { row, answer: { category, risk, confidence, needsReview } };
}
