/** rmcp: `#[tool(description = "…")]` on a function of a `#[tool_router]` block. */
import type { Json } from '../../../schema/tool-definition.ts';
import { collectEvidence } from '../handler-evidence.ts';
import { asText, type Known, known, toObject } from '../known-value.ts';
import type { ExtractedTool } from '../language.ts';
import { ancestorsOf, childAt, type ParsedSource, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { finishTool, type InputDraft, noParameters, objectSchema, type Parameter } from '../tool-draft.ts';
import { attributesOf, documentationOf } from './attribute.ts';
import { constantFinder } from './evaluate.ts';
import { rustEvidence } from './evidence.ts';
import { type Meta, readMeta, textAt } from './meta.ts';
import { isTest, lastWord, nameOf, type Project } from './project.ts';
import { schemaOf } from './type-schema.ts';

const hints: ReadonlyMap<string, string> = new Map([
  ['title', 'title'],
  ['read_only_hint', 'readOnlyHint'],
  ['destructive_hint', 'destructiveHint'],
  ['idempotent_hint', 'idempotentHint'],
  ['open_world_hint', 'openWorldHint'],
]);

export function findToolFunctions(project: Project, parsed: ParsedSource, notes: string[]): ExtractedTool[] {
  const functions = parsed.byType.get('function_item') ?? [];
  return functions.flatMap((fn) => {
    const attribute = attributesOf(fn).find(({ name }) => name === 'tool');
    if (attribute === undefined || isTest(fn)) return [];
    project.restartSteps();
    return readFunction(project, fn, readMeta(attribute.text, constantFinder(project, fn)), notes) ?? [];
  });
}

function readFunction(
  project: Project,
  fn: SyntaxNode,
  metas: readonly Meta[],
  notes: string[],
): ExtractedTool | undefined {
  const named = metas.find((meta) => meta.key === 'name');
  const doc = documentationOf(fn);
  const title = textAt(metas, 'title');
  const finished = finishTool({
    name: named ? asText(named.value) : { text: nameOf(fn).replace(/^r#/, ''), exact: true },
    title: title === undefined ? undefined : { text: title, exact: true },
    description: readDescription(metas) ?? (doc === undefined ? undefined : { text: doc, exact: true }),
    annotations: readHints(metas.find((meta) => meta.key === 'annotations')?.inner ?? []),
    input: readParameters(project, fn),
  });
  const place = { file: fn.source.path, line: fn.line };
  if (finished === undefined)
    notes.push(`${place.file}:${place.line} registers a tool whose name is made when the server starts.`);
  project.restartSteps();
  const body = childAt(fn, 'body');
  const handler =
    finished && body ? collectEvidence(rustEvidence(project), [body], finished.definition.inputSchema) : [];
  return finished && { ...finished, ...place, conditions: conditionsOf(fn), handler };
}

export function readDescription(metas: readonly Meta[]): ReturnType<typeof asText> | 'computed' {
  const given = metas.find((meta) => meta.key === 'description');
  return given?.hasValue ? (asText(given.value) ?? 'computed') : undefined;
}

/** `read_only_hint = true` as the protocol writes it. */
export function readHints(metas: readonly Meta[]): Known | undefined {
  let exact = true;
  const members = metas.flatMap((meta): [string, Json][] => {
    const hint = hints.get(meta.key);
    if (hint === undefined) return [];
    exact &&= meta.value?.exact === true;
    return meta.value ? [[hint, meta.value.value]] : [];
  });
  return members.length > 0 || !exact ? known(toObject(members), exact) : undefined;
}

/** `Parameters<T>`; in older versions `#[tool(aggr)]` on one parameter or `#[tool(param)]` on each. */
function readParameters(project: Project, fn: SyntaxNode): InputDraft | undefined {
  const unread = new Set<string>();
  const reading = { project, unread, open: [] };
  const single: Parameter[] = [];
  let before = '';
  for (const node of childAt(fn, 'parameters')?.children ?? []) {
    if (node.type !== 'parameter') {
      before += textOf(node).slice(0, 2000);
      continue;
    }
    const type = childAt(node, 'type');
    const isWhole = type !== undefined && lastWord(childAt(type, 'type') ?? type) === 'Parameters';
    if (isWhole || /tool\(\s*aggr/.test(before)) {
      const schema = schemaOf(reading, isWhole ? childAt(type, 'type_arguments')?.children[0] : type);
      return schema.type === 'object' || 'oneOf' in schema
        ? { schema: { type: 'object', ...schema }, exact: true, unread: [...unread] }
        : undefined;
    }
    if (/tool\(\s*param/.test(before)) {
      const description = /description\s*=\s*"((?:[^"\\]|\\.)*)"/.exec(before)?.[1];
      const pattern = childAt(node, 'pattern');
      const required = type !== undefined && !/^Option\b/.test(textOf(type).slice(0, 20));
      single.push({
        name: pattern ? textOf(pattern).slice(0, 100) : '',
        schema: schemaOf(reading, type),
        description,
        required,
      });
    }
    before = '';
  }
  return single.length === 0 ? noParameters : { schema: objectSchema(single), exact: true, unread: [...unread] };
}

/** `#[cfg(feature = "…")]` on the item or on what is around it. */
export function conditionsOf(item: SyntaxNode): string[] {
  const around = [item, ...[...ancestorsOf(item)].map(({ ancestor }) => ancestor)];
  return around
    .filter((node) => /^(function_item|struct_item|impl_item|mod_item)$/.test(node.type))
    .flatMap(attributesOf)
    .filter(({ name }) => name === 'cfg')
    .map(({ text }) => text.replace(/\s+/g, ' ').trim().slice(0, 160));
}
