/** Classes that are tools, below a class of the repository that is called one: `class LiftTool(BaseTool)`. */
import { childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { acting, actingMethod } from '../class-handler.ts';
import { docstringNode } from '../docstring.ts';
import { evaluateText } from '../evaluate.ts';
import { resolveMember } from '../members.ts';
import type { Project } from '../project.ts';
import { baseClasses, type FunctionEntity, type OwnClass } from '../resolve.ts';
import { parameterName, scopeOf } from '../scope.ts';
import { subclassesOf } from '../subclasses.ts';
import type { Registration } from './registration.ts';
import {
  annotationKeys,
  descriptionKeys,
  isDeclaredAbstract,
  isUnfinished,
  nameKeys,
  refuses,
  type Said,
  saidObject,
  saidText,
  schemaKeys,
} from './tool-class-words.ts';

const maxBases = 10;

/** Undefined for any other class, for one that only others are made from, and where the name cannot be read. */
export function readToolClass(project: Project, entity: OwnClass): Registration | undefined {
  const { node, module } = entity;
  const own = actingMethod(module, node);
  if (own === undefined && !ownsName(entity)) return undefined;
  const line = lineage(project, entity);
  if (!line.some((base) => /^\w*Tool(Base|Handler)?$/.test(className(base))) || isAbstract([entity, ...line]))
    return undefined;
  const fn = own ? { kind: 'function' as const, node: own, module } : inheritedMethod(project, entity);
  const name = fn && readName(project, entity, line);
  if (fn === undefined || name === undefined) return undefined;
  const schema = saidObject(project, entity, schemaKeys) ?? (takesOneDictionary(fn) ? unread(fn) : undefined);
  const words = saidText(project, entity, descriptionKeys) ?? docstring(entity, fn, own !== undefined);
  const annotations = saidObject(project, entity, annotationKeys);
  const said = [schema, words, annotations].filter((one) => one !== undefined);
  return {
    ...{ module, at: node, shown: node, wrapped: false, receiver: undefined, shaped: true, fn },
    scope: scopeOf(module, node),
    elsewhere: new Map(said.map((one) => [one.node, one])),
    name: { text: name, exact: true },
    description: words?.node,
    title: undefined,
    annotations: annotations?.node,
    enabled: undefined,
    inputSchema: schema?.node,
  };
}

function readName(project: Project, entity: OwnClass, line: readonly OwnClass[]): string | undefined {
  const said = saidText(project, entity, nameKeys);
  const text = said && evaluateText(project, said.node, said.scope);
  const declared = text?.exact && said?.exact ? text.text : undefined;
  if (declared === undefined) return derivedName(project, entity, line);
  if (declared.trim() === '') return undefined;
  // What carries out a tool that is defined elsewhere tells its base the name and nothing more.
  const isTold = ![entity, ...line].some(ownsName);
  const isDescribed = [...descriptionKeys, ...schemaKeys].some((key) => resolveMember(project, entity, key));
  return isTold && !isDescribed ? undefined : declared;
}

/** Whether the name stands in the body of a class, and not among the arguments of a constructor. */
function ownsName({ module, node }: OwnClass): boolean {
  const { names } = scopeOf(module, node);
  return nameKeys.some((key) => names.has(key));
}

/** Something is left to the classes below, which no class on the way has done. */
function isAbstract(line: readonly OwnClass[]): boolean {
  const [open, done] = [new Set<string>(), new Set<string>()];
  for (const { module, node } of line) {
    for (const [name, bindings] of scopeOf(module, node).names) {
      const last = bindings.at(-1);
      const isLeft = last?.kind === 'function' && leavesOpen(name, last.node);
      if (isLeft) open.add(name);
      else if (last?.kind !== 'declared') done.add(name);
    }
  }
  return [...open].some((name) => !done.has(name));
}

/** Besides what is declared abstract: words that are none, and an act that is refused. */
function leavesOpen(name: string, fn: SyntaxNode): boolean {
  if (isDeclaredAbstract(fn)) return true;
  const isWord = nameKeys.includes(name) || descriptionKeys.includes(name);
  return (isWord && isUnfinished(fn)) || (acting.includes(name) && refuses(fn));
}

function inheritedMethod(project: Project, entity: OwnClass): FunctionEntity | undefined {
  const found = acting.map((word) => resolveMember(project, entity, word)).find((one) => one?.kind === 'function');
  return found?.kind === 'function' ? found : undefined;
}

/** Undefined where the method's own docstring is the description. */
function docstring(entity: OwnClass, fn: FunctionEntity, isOwn: boolean): Said | undefined {
  if (isOwn && docstringNode(fn.node)) return undefined;
  const literal = docstringNode(entity.node);
  if (literal) return { node: literal, scope: scopeOf(entity.module, entity.node), exact: true };
  return isOwn ? undefined : unread(fn);
}

/** Stands for what is there and cannot be read: the definition is no text and no object. */
function unread(fn: FunctionEntity): Said {
  return { node: fn.node, scope: scopeOf(fn.module, fn.node), exact: false };
}

/** `execute(self, arguments: dict)`: what it takes by name is in the dictionary, and its signature says nothing of it. */
function takesOneDictionary({ node }: FunctionEntity): boolean {
  const [only, ...more] = (childAt(node, 'parameters')?.children ?? []).slice(1);
  if (only === undefined || more.length > 0) return false;
  const type = childAt(only, 'type');
  const isNamedSo = /^(arguments|args|params|parameters|inputs?|input_data|kwargs|payload)$/.test(
    parameterName(only) ?? '',
  );
  return isNamedSo && (type === undefined || /^(typing\.)?(dict|Dict|Mapping|MutableMapping|Any)\b/.test(textOf(type)));
}

/** Its bases within the repository, nearest first. */
function lineage(project: Project, entity: OwnClass): OwnClass[] {
  const found: OwnClass[] = [];
  const queue = [entity];
  for (let next = queue.shift(); next !== undefined && found.length < maxBases; next = queue.shift()) {
    const above = baseClasses(project, next).filter((base) => base.kind === 'class');
    const fresh = above.filter((base) => !found.some((known) => known.node === base.node));
    found.push(...fresh);
    queue.push(...fresh);
  }
  return found;
}

function className({ node }: OwnClass): string {
  const name = childAt(node, 'name');
  return name ? textOf(name) : '';
}

/** `class ReadNoteTool` → `read_note`, where a base makes names out of those of its classes; not for one that others are made from. */
function derivedName(project: Project, entity: OwnClass, line: readonly OwnClass[]): string | undefined {
  const saysOtherwise = nameKeys.some((key) => resolveMember(project, entity, key)?.kind === 'function');
  const derives = line.some((base) => {
    const text = textOf(base.node).slice(0, 50_000);
    return text.includes('__name__') && /\.lower\(\)|snake/i.test(text);
  });
  if (!derives || subclassesOf(project, entity).length > 0) return undefined;
  return saysOtherwise && !derivesInMethod(project, entity)
    ? undefined
    : toSnakeCase(className(entity).replace(/Tool$/, ''));
}

/** `def name(self): return to_snake(type(self).__name__)`, there or in the method that it hands on to. */
function derivesInMethod(project: Project, entity: OwnClass): boolean {
  const textOfMethod = (key: string) => {
    const member = resolveMember(project, entity, key);
    return member?.kind === 'function' ? textOf(member.node).slice(0, 5000) : '';
  };
  return nameKeys.some((key) => {
    const text = textOfMethod(key);
    const handedOn = /\breturn (?:self|cls|type\(self\)|self\.__class__)\.(\w+)\(\)/.exec(text)?.[1];
    return text.includes('__name__') || (handedOn !== undefined && textOfMethod(handedOn).includes('__name__'));
  });
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_+/, '');
}
