/** `Tool.builder().name("…").build()` and `new McpSchema.Tool("name", "words", schema)` of the official SDK; Quarkus' `newTool("…")`. */
import { isJsonObject, type JsonObject } from '../../../schema/tool-definition.ts';
import { branchConditions } from '../branch-conditions.ts';
import type { ExtractedTool } from '../language.ts';
import { ancestorsOf, childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { finishTool, type InputDraft, objectSchema, type Parameter } from '../tool-draft.ts';
import { evaluate, evaluateText } from './evaluate.ts';
import { type JavaFile, membersOf, nameOf, type Project } from './project.ts';
import { readSchemaValue } from './schema-value.ts';
import { schemaOf } from './type-schema.ts';

const maxChain = 100;

interface Written {
  at: SyntaxNode;
  name: SyntaxNode | undefined;
  title?: SyntaxNode | undefined;
  description: SyntaxNode | undefined;
  input: InputDraft | undefined;
}

export function findToolObjects(project: Project, file: JavaFile, notes: string[]): ExtractedTool[] {
  const made = (file.parsed.byType.get('object_creation_expression') ?? []).flatMap(
    (node) => readNew(project, node) ?? [],
  );
  const built = (file.parsed.byType.get('method_invocation') ?? []).flatMap((node) => readChain(project, node) ?? []);
  return [...made, ...built].flatMap((written) => finish(project, written, notes) ?? []);
}

function readNew(project: Project, node: SyntaxNode): Written | undefined {
  const type = childAt(node, 'type');
  if (type === undefined || !/^(McpSchema\.)?Tool$/.test(textOf(type).slice(0, 40))) return undefined;
  const [name, description, schema, ...rest] = membersOf(childAt(node, 'arguments'));
  if (name === undefined || description === undefined || schema === undefined || rest.length > 3) return undefined;
  if (evaluateText(project, description) === undefined) return undefined;
  return { at: node, name, description, input: readSchema(project, schema) };
}

/** Read from the end of a chain, so that every call of it is at hand. */
function readChain(project: Project, node: SyntaxNode): Written | undefined {
  const name = nameOf(node);
  if (name !== 'build' && name !== 'register') return undefined;
  const calls = new Map<string, SyntaxNode[][]>();
  let start: SyntaxNode | undefined = node;
  for (let count = 0; count < maxChain && start?.type === 'method_invocation'; count++) {
    const word = nameOf(start);
    calls.set(word, [membersOf(childAt(start, 'arguments')), ...(calls.get(word) ?? [])]);
    start = childAt(start, 'object');
  }
  const first = (word: string) => calls.get(word)?.[0]?.[0];
  if (name === 'register') {
    if (!calls.has('newTool')) return undefined;
    return {
      at: node,
      name: first('newTool'),
      description: first('setDescription'),
      input: readArguments(project, calls.get('addArgument') ?? []),
    };
  }
  const isTool = calls.has('builder') && start !== undefined && /^(\w+\.)*Tool$/.test(textOf(start).slice(0, 60));
  if (!isTool || !calls.has('name')) return undefined;
  const schema = calls.get('inputSchema')?.[0]?.at(-1);
  const input = schema && readSchema(project, schema);
  return { at: node, name: first('name'), title: first('title'), description: first('description'), input };
}

/** Of a text of JSON, or of what the library makes one of. */
function readSchema(project: Project, node: SyntaxNode): InputDraft | undefined {
  project.restartSteps();
  const found = readSchemaValue(project, node);
  if (isJsonObject(found?.value)) return { schema: found.value, exact: found.exact, unread: [] };
  if (typeof found?.value !== 'string') return undefined;
  try {
    const schema: unknown = JSON.parse(found.value);
    return isJsonObject(schema) ? { schema, exact: found.exact, unread: [] } : undefined;
  } catch {
    return undefined; // a text with a hole in it, or somebody's broken JSON
  }
}

/** `addArgument("name", "words", required, Type.class)`. */
function readArguments(project: Project, calls: readonly SyntaxNode[][]): InputDraft {
  const unread = new Set<string>();
  let exact = true;
  const parameters = calls.flatMap(([name, words, required, type]): Parameter[] => {
    const text = evaluateText(project, name)?.text;
    exact &&= text !== undefined;
    if (text === undefined) return [];
    const named = type?.children[0];
    const schema: JsonObject = named ? schemaOf({ project, unread, open: [] }, named) : {};
    const description = evaluateText(project, words)?.text;
    return [{ name: text, schema, description, required: evaluate(project, required)?.value === true }];
  });
  return { schema: objectSchema(parameters), exact, unread: [...unread] };
}

function finish(project: Project, written: Written, notes: string[]): ExtractedTool | undefined {
  project.restartSteps();
  const { at, title, description } = written;
  const finished = finishTool({
    name: evaluateText(project, written.name),
    title: title && evaluateText(project, title),
    description: description && (evaluateText(project, description) ?? 'computed'),
    input: written.input,
  });
  const place = { file: at.source.path, line: startOf(at).line };
  if (finished === undefined)
    notes.push(`${place.file}:${place.line} registers a tool whose name is made when the server starts.`);
  const conditions = branchConditions(at, (node) => node.type === 'method_declaration');
  return finished && { ...finished, ...place, conditions, handler: [] };
}

function startOf(node: SyntaxNode): SyntaxNode {
  for (const { ancestor } of ancestorsOf(node))
    if (/_declaration$|_statement$/.test(ancestor.type))
      return ancestor.type.endsWith('method_declaration') ? node : ancestor;
  return node;
}
