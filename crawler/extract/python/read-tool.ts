/** Puts a definition together from a registration, and says where it departs from what the server would list. */

import type { ConformanceFinding } from '../../../schema/snapshot.ts';
import { hints, type JsonObject } from '../../../schema/tool-definition.ts';
import { hole, toObject } from '../known-value.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { argument, readArguments } from './arguments.ts';
import { assignedAttribute, assignedText } from './assigned-attributes.ts';
import { classSchema } from './class-schema.ts';
import { cleanDocstring, docstringNode } from './docstring.ts';
import { evaluate, evaluateText } from './evaluate.ts';
import type { Project } from './project.ts';
import type { Registration } from './registrations/registration.ts';
import { resolveEntity } from './resolve.ts';
import type { Scope } from './scope.ts';
import { type InputSchema, signatureSchema, unreadTypes } from './signature.ts';
import { startTypes } from './type-schema.ts';

export interface ReadTool {
  definition: JsonObject;
  conformance: ConformanceFinding[];
}

/** `prefix` goes before the name, as servers mounted in others have it. Undefined where the name cannot be read. */
export function readTool(
  project: Project,
  registration: Registration,
  prefix: { text: string; exact: boolean },
): ReadTool | undefined {
  const conformance: ConformanceFinding[] = [];
  const name = readName(registration, prefix, conformance);
  if (name === undefined) return undefined;
  if (registration.shaped) {
    const message = 'The source writes this as a tool, but the way from there to the list could not be followed.';
    conformance.push({ id: 'unfollowed-registration', pointer: '', message });
  }
  const description = readDescription(project, registration, conformance);
  const title = registration.title && evaluateText(project, registration.title, registration.scope);
  const input = readInputSchema(project, registration, description);
  const annotated =
    (registration.annotations && registration.elsewhere?.get(registration.annotations)?.scope) ?? registration.scope;
  const annotations =
    registration.annotations && readAnnotations(project, registration.annotations, annotated, conformance);
  const definition: JsonObject = {
    name,
    ...(title ? { title: title.text } : {}),
    ...(description === undefined ? {} : { description }),
    inputSchema: input.schema,
    ...(annotations ? { annotations } : {}),
  };
  return { definition, conformance: [...conformance, ...input.conformance] };
}

/** A name whose beginning alone is unknown is a prefix that is empty by default, more often than not. */
function readName(
  { name }: Registration,
  prefix: { text: string; exact: boolean },
  conformance: ConformanceFinding[],
): string | undefined {
  if (name === undefined) return undefined;
  const bare = name.text.startsWith(hole) ? name.text.slice(hole.length) : name.text;
  if (bare.includes(hole) || bare.trim() === '' || bare.length > 200) return undefined;
  if (bare !== name.text || !prefix.exact) {
    const message = 'The name begins with a prefix that is set when the server starts; it is left out here.';
    conformance.push({ id: 'unknown-prefix', pointer: '/name', message });
  } else if (!name.exact) {
    const message = 'The name can be set otherwise when the server starts; this is the default in the source.';
    conformance.push({ id: 'computed-name', pointer: '/name', message });
  }
  return `${prefix.text}${bare}`;
}

/** An explicit description wins over the docstring, which is cleaned as FastMCP cleans it. */
function readDescription(
  project: Project,
  registration: Registration,
  conformance: ConformanceFinding[],
): string | undefined {
  const { description, scope, fn, wrapped, elsewhere } = registration;
  const documented = fn && readDocumentation(project, fn, registration);
  if (description === undefined || description.type === 'none') {
    // A function out of reach may have words of its own.
    if (documented?.exact === false || (fn === undefined && wrapped))
      conformance.push(computedDescription(documented?.text !== undefined));
    return documented?.text;
  }
  const place = elsewhere?.get(description);
  const written = evaluateText(project, description, place?.scope ?? scope);
  if (written?.exact && place?.exact !== false)
    return description.parent?.type === 'expression_statement' ? cleanDocstring(written.text) : written.text;
  conformance.push(computedDescription(written !== undefined));
  return written?.text ?? documented?.text;
}

function computedDescription(isPartlyRead: boolean): ConformanceFinding {
  const message = isPartlyRead
    ? `The description is computed when the server starts; what the source does not say is marked ${hole}.`
    : 'The description is computed when the server starts and could not be read; a docstring, if there is one, stands in its place.';
  return { id: 'computed-description', pointer: '/description', message };
}

/** What `__doc__` is set to, else the docstring. */
function readDocumentation(
  project: Project,
  fn: NonNullable<Registration['fn']>,
  place: Registration,
): { text: string | undefined; exact: boolean } {
  const docstring = readDocstring(project, fn);
  const assigned = assignedAttribute(project, fn, '__doc__', place);
  const set = assigned && assignedText(project, assigned);
  if (assigned === undefined || set === undefined) return { text: docstring, exact: true };
  if (set === 'none') return { text: undefined, exact: true };
  if (set.text === hole) return { text: docstring, exact: false };
  const text = cleanDocstring(assigned.added ? `${docstring ?? ''}${set.text}` : set.text);
  return { text: text.trim() === '' ? undefined : text, exact: set.exact };
}

function readDocstring(project: Project, fn: NonNullable<Registration['fn']>): string | undefined {
  const literal = docstringNode(fn.node);
  const text =
    literal &&
    evaluateText(project, literal, {
      node: fn.node,
      module: fn.module,
      parent: undefined,
      names: new Map(),
      stars: [],
    });
  const cleaned = text && cleanDocstring(text.text);
  return cleaned?.trim() === '' ? undefined : cleaned;
}

function readInputSchema(project: Project, registration: Registration, description: string | undefined): InputSchema {
  const { inputSchema, fn, scope, wrapped, elsewhere } = registration;
  const place = inputSchema && elsewhere?.get(inputSchema);
  if (inputSchema) return readWrittenSchema(project, inputSchema, place?.scope ?? scope, place?.exact);
  if (fn === undefined)
    return unreadSchema(
      'The function behind this tool could not be found in the source; its parameters are not known.',
    );
  const read = signatureSchema(project, fn, description);
  const isSigned = assignedAttribute(project, fn, '__signature__', registration) !== undefined;
  if (wrapped || isSigned) {
    const message = isSigned
      ? 'The function is given another signature before it is registered; its parameters may be others.'
      : 'The function is passed through another one before it is registered, which may change its parameters.';
    read.conformance.push({ id: 'computed-schema', pointer: '/inputSchema', message });
  }
  return read;
}

function unreadSchema(message: string): InputSchema {
  return { schema: { type: 'object' }, conformance: [{ id: 'unread-schema', pointer: '/inputSchema', message }] };
}

/** A dictionary, or `Model.model_json_schema()`. */
function readWrittenSchema(project: Project, node: SyntaxNode, scope: Scope, isWhole = true): InputSchema {
  const model = readModelSchema(project, node, scope);
  if (model) return model;
  const value = evaluate(project, node, scope);
  if (typeof value?.value !== 'object' || value.value === null || Array.isArray(value.value)) {
    return unreadSchema('The input schema is computed when the server starts and could not be read.');
  }
  const message = `Parts of the input schema are computed when the server starts; they are missing here or marked ${hole}.`;
  const conformance = value.exact && isWhole ? [] : [{ id: 'computed-schema', pointer: '/inputSchema', message }];
  return { schema: value.value, conformance };
}

/** A class, by its name or by a call that gives its schema. */
function readModelSchema(project: Project, node: SyntaxNode, scope: Scope): InputSchema | undefined {
  const model = node.type === 'call' ? modelOfCall(node) : node;
  if (model === undefined || model.type === 'dictionary') return undefined;
  const entity =
    model.type === 'class_definition'
      ? { kind: 'class' as const, node: model, module: scope.module }
      : resolveEntity(project, model, scope);
  if (entity?.kind !== 'class') return undefined;
  const reading = startTypes(project);
  const schema = classSchema({ ...reading, open: [entity.node] }, entity);
  const conformance = reading.unread.size > 0 ? [unreadTypes([...reading.unread], '/inputSchema')] : [];
  return schema && { schema, conformance };
}

/** `Model.model_json_schema()`, `TypeAdapter(Model).json_schema()`. */
function modelOfCall(call: SyntaxNode): SyntaxNode | undefined {
  const callee = childAt(call, 'function');
  const [object, attribute] = [childAt(callee, 'object'), childAt(callee, 'attribute')];
  const word = attribute ? textOf(attribute) : '';
  if (object === undefined || !/^(model_json_schema|schema|json_schema)$/.test(word)) return undefined;
  return (object.type === 'call' ? argument(readArguments(object), 0) : undefined) ?? object;
}

/** `ToolAnnotations(…)` or a dictionary, by value or by the name of a constant. Hints in snake case are those of the protocol. */
function readAnnotations(
  project: Project,
  node: SyntaxNode,
  scope: Scope,
  conformance: ConformanceFinding[],
): JsonObject | undefined {
  if (node.type === 'none') return undefined;
  const entity = resolveEntity(project, node, scope);
  const made = entity?.kind === 'instance' ? entity.made : undefined;
  const members: [string, JsonObject[string]][] = [];
  let exact = true;
  if (made) {
    const args = readArguments(made.call);
    for (const [key, value] of args.named) {
      const found = evaluate(project, value, made.scope);
      exact &&= found?.exact === true;
      if (found && found.value !== null) members.push([key, found.value]);
    }
    exact &&= args.count === args.named.size;
  } else {
    const found = evaluate(project, node, scope);
    exact = found?.exact === true;
    if (typeof found?.value === 'object' && found.value !== null && !Array.isArray(found.value))
      members.push(...Object.entries(found.value));
  }
  if (!exact) {
    const message = 'Annotations are computed when the server starts; what could not be read is left out.';
    conformance.push({ id: 'computed-annotations', pointer: '/annotations', message });
  }
  return members.length === 0 ? undefined : toObject(members.map(([key, value]) => [hintName(key), value]));
}

function hintName(key: string): string {
  return hints.find((hint) => hint.toLowerCase() === key.replaceAll('_', '').toLowerCase()) ?? key;
}
