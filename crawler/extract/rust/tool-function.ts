/** `#[tool]` on a function: rmcp, with its words in the attribute, and mcp-attr, with its parameters in the signature. */
import type { Json } from '../../../schema/tool-definition.ts';
import { collectEvidence } from '../handler-evidence.ts';
import { asText, type Known, known, toObject } from '../known-value.ts';
import type { ExtractedTool } from '../language.ts';
import { ancestorsOf, childAt, type ParsedSource, type SyntaxNode } from '../syntax-tree.ts';
import { finishTool } from '../tool-draft.ts';
import { attributesOf, documentationOf } from './attribute.ts';
import { constantFinder } from './evaluate.ts';
import { rustEvidence } from './evidence.ts';
import { readParameters } from './function-parameters.ts';
import { readGeneratedText } from './generated-schema.ts';
import { type Meta, readLiteral, readMeta, textAt } from './meta.ts';
import { isTest, nameOf, type Project } from './project.ts';

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
    return readFunction(project, fn, attribute.text, notes) ?? [];
  });
}

function readFunction(project: Project, fn: SyntaxNode, text: string, notes: string[]): ExtractedTool | undefined {
  const metas = readMeta(text, constantFinder(project, fn));
  const named = metas.find((meta) => meta.key === 'name') ?? bareName(fn, metas);
  const doc = documentationOf(fn);
  const title = textAt(metas, 'title');
  const finished = finishTool({
    name: named ? asText(named.value) : { text: nameOf(fn).replace(/^r#/, ''), exact: true },
    title: title === undefined ? undefined : { text: title, exact: true },
    description: readDescription(metas) ?? (doc === undefined ? undefined : { text: doc, exact: true }),
    annotations: readHints(metas.find((meta) => meta.key === 'annotations')?.inner ?? []),
    input: metas.some(({ key }) => key === 'input_schema')
      ? readGeneratedText(project, /\binput_schema\s*=([\s\S]*)/.exec(text)?.[1] ?? '', fn)
      : readParameters(project, fn),
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

/** `#[tool("name")]`, as mcp-attr has it; elsewhere a bare text is a description. */
function bareName(fn: SyntaxNode, metas: readonly Meta[]): Pick<Meta, 'value'> | undefined {
  const text = /\bmcp_attr\b/.test(fn.source.text) ? readLiteral(metas[0]?.key ?? '') : undefined;
  return text === undefined ? undefined : { value: known(text) };
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

/** `#[cfg(feature = "…")]` on the item or on what is around it. */
export function conditionsOf(item: SyntaxNode): string[] {
  const around = [item, ...[...ancestorsOf(item)].map(({ ancestor }) => ancestor)];
  return around
    .filter((node) => /^(function_item|struct_item|impl_item|mod_item)$/.test(node.type))
    .flatMap(attributesOf)
    .filter(({ name }) => name === 'cfg')
    .map(({ text }) => text.replace(/\s+/g, ' ').trim().slice(0, 160));
}
