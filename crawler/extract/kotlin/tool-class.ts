/** A class for each tool: `class RunTool : McpTool<Args>() { override val name = "…" }`. */
import { collectEvidence } from '../handler-evidence.ts';
import type { ExtractedTool } from '../language.ts';
import { type ParsedSource, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { finishTool, type InputDraft } from '../tool-draft.ts';
import { readCall } from './call.ts';
import { evaluateText, propertyValue } from './evaluate.ts';
import { kotlinEvidence } from './evidence.ts';
import { childOf, nameOf, type Project, parentsOf, partsOf } from './project.ts';
import { schemaOf } from './type-schema.ts';

const toolParent = /Tool\w*$/;
const handling = /^(handle|execute|call|invoke|run|perform|doExecute)\w*$/;

export function findToolClasses(project: Project, parsed: ParsedSource): ExtractedTool[] {
  const classes = [
    ...(parsed.byType.get('class_declaration') ?? []),
    ...(parsed.byType.get('object_declaration') ?? []),
  ];
  return classes.flatMap((node) => readClass(project, node) ?? []);
}

function readClass(project: Project, node: SyntaxNode): ExtractedTool | undefined {
  const parent = parentsOf(node).find(({ name }) => toolParent.test(name));
  const modifiers = childOf(node, 'modifiers');
  if (parent === undefined || (modifiers && /\b(abstract|sealed|interface)\b/.test(textOf(modifiers))))
    return undefined;
  project.restartSteps();
  const members = partsOf(childOf(node, 'class_body'));
  const call = parent.call && readCall(parent.call);
  const written = (name: string, place: number) => {
    const own = members.find((member) => member.type === 'property_declaration' && nameOf(member) === name);
    const given = call?.named.get(name) ?? call?.positional[place];
    return own ? propertyValue(own) : given;
  };
  const name = evaluateText(project, written('name', 0));
  const words = written('description', 1);
  if (name === undefined || words === undefined) return undefined;
  const described = evaluateText(project, words) ?? 'computed';
  const finished = finishTool({ name, description: described, input: readInput(project, parent.typeArguments[0]) });
  project.restartSteps();
  const bodies = members
    .filter((member) => member.type === 'function_declaration' && handling.test(nameOf(member)))
    .flatMap((fn) => childOf(fn, 'function_body') ?? []);
  const handler = finished ? collectEvidence(kotlinEvidence(project), bodies, finished.definition.inputSchema) : [];
  return finished && { ...finished, file: node.source.path, line: node.line, conditions: [], handler };
}

/** The class that the tool takes its arguments as. */
function readInput(project: Project, type: SyntaxNode | undefined): InputDraft | undefined {
  if (type === undefined) return undefined;
  const unread = new Set<string>();
  const schema = schemaOf({ project, unread, open: [] }, type);
  if (/^(Unit|NoArgs|Nothing)$/.test(textOf(type)))
    return { schema: { type: 'object', properties: {} }, exact: true, unread: [] };
  return schema.type === 'object' ? { schema, exact: true, unread: [...unread] } : undefined;
}
