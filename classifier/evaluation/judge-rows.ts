/** Puts the classifier to labelled tools. */
import type { LabelledTool } from '../../schema/labelled-tool.ts';
import { classifyTool } from '../index.ts';
import { type DefinitionPart, definitionParts, toDefinition } from './definition-parts.ts';
import type { Judged } from './labelled-row.ts';

/** `parts` are what the classifier is shown beside the name and the server. */
export function judgeRow(row: LabelledTool, parts: ReadonlySet<DefinitionPart> = new Set(definitionParts)): Judged {
  const { server, handler } = row;
  const { category, risk, confidence, needsReview } = classifyTool({
    id: row.tool,
    definition: toDefinition(row, parts),
    ...(server === undefined ? {} : { server: { id: server, name: server } }),
    ...(handler !== undefined && parts.has('handler') ? { handler } : {}),
  });
  return { row, answer: { category, risk, confidence, needsReview } };
}
