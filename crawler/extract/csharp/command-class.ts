/** `[CommandMetadata(Name = "…", Description = "…")]` on a class: a command that a server lists as a tool. */
import { collectEvidence } from '../handler-evidence.ts';
import type { ExtractedTool } from '../language.ts';
import { childAt, type ParsedSource, type SyntaxNode } from '../syntax-tree.ts';
import { finishTool, type InputDraft, noParameters } from '../tool-draft.ts';
import { type Attribute, findAttribute } from './attribute.ts';
import { readHints } from './attributed-method.ts';
import { findCommandGroups } from './command-groups.ts';
import { evaluateText } from './evaluate.ts';
import { csharpEvidence } from './evidence.ts';
import { nameOf, type Project } from './project.ts';
import { optionsSchema } from './type-schema.ts';

const acting = /^(ExecuteAsync|Execute|RunAsync|Run|InvokeAsync|Invoke)$/;

export function findCommandClasses(project: Project, files: readonly ParsedSource[], notes: string[]): ExtractedTool[] {
  const classes = files.flatMap(({ byType }) => byType.get('class_declaration') ?? []);
  const commands = classes.flatMap((declared): [SyntaxNode, Attribute][] => {
    const attribute = findAttribute(declared, 'CommandMetadata');
    return attribute ? [[declared, attribute]] : [];
  });
  if (commands.length === 0) return [];
  const groups = findCommandGroups(project, files);
  const tools = commands.flatMap(([declared, attribute]) => {
    const group = groups.get(nameOf(declared));
    return group ? (readCommand(project, declared, attribute, group) ?? []) : [];
  });
  if (tools.length > 0)
    notes.push('Commands are listed as tools, one each; the server may offer one tool for each group of them instead.');
  if (tools.length < commands.length)
    notes.push(`${commands.length - tools.length} commands are added to no group and not listed.`);
  return tools;
}

function readCommand(
  project: Project,
  declared: SyntaxNode,
  { named }: Attribute,
  group: readonly string[],
): ExtractedTool | undefined {
  project.restartSteps();
  const own = evaluateText(project, named.get('Name'));
  const [title, words] = [named.get('Title'), named.get('Description')];
  const finished = finishTool({
    name: own && { text: [...group, own.text].join('_'), exact: own.exact },
    title: title && evaluateText(project, title),
    description: words && (evaluateText(project, words) ?? 'computed'),
    annotations: readHints(project, named),
    input: readOptions(project, declared),
  });
  if (finished === undefined) return undefined;
  project.restartSteps();
  const bodies = (childAt(declared, 'body')?.children ?? [])
    .filter((member) => member.type === 'method_declaration' && acting.test(nameOf(member)))
    .flatMap((method) => childAt(method, 'body') ?? []);
  const handler = collectEvidence(csharpEvidence(project), bodies, finished.definition.inputSchema);
  return { ...finished, file: declared.source.path, line: declared.line, conditions: [], handler };
}

/** The first type that the base class is given holds the options. */
function readOptions(project: Project, declared: SyntaxNode): InputDraft | undefined {
  const bases = declared.children.find((child) => child.type === 'base_list')?.children ?? [];
  const given = bases[0]?.children.find((child) => child.type === 'type_argument_list')?.children[0];
  if (given === undefined) return undefined;
  const unread = new Set<string>();
  const schema = optionsSchema({ project, unread, open: [] }, given);
  if (schema === undefined) return /^Empty/.test(nameOfType(given)) ? noParameters : undefined;
  return { schema, exact: true, unread: [...unread] };
}

function nameOfType(type: SyntaxNode): string {
  return type.source.text.slice(type.start, type.end);
}
