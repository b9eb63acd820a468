/**
 * Schemas that are put together by calls: `new JsonSchema("object", Map.of(…), List.of(…), …)`, in place or in methods that return
 * them, with what these are given.
 */
import { isJsonObject, type Json } from '../../../schema/tool-definition.ts';
import { joinParts, type Known, known, toObject } from '../known-value.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { evaluate, findConstant, findLocal, findMember } from './evaluate.ts';
import { changesOf } from './local-changes.ts';
import { findMethod, returnedBy } from './method-value.ts';
import { membersOf, nameOf, type Project } from './project.ts';

const maxDepth = 40;
const growing = /^(Linked|Tree|Concurrent)?Hash(Map|Set)|^TreeMap|^(Array|Linked)List/;
const lists = /^(List|Set)\.of$|^Arrays\.asList$|^Collections\.(emptyList|singletonList)$/;
const maps = /^Map\.of$|^Collections\.(emptyMap|singletonMap)$/;
const copies = /^(Map|List|Set)\.copyOf$|^Collections\.unmodifiable\w{3,4}$/;
const schemaParts = ['type', 'properties', 'required', 'additionalProperties', '$defs', 'definitions'];

interface KnownList {
  value: Json[];
  exact: boolean;
}

interface KnownObject {
  value: { [key: string]: Json };
  exact: boolean;
}

interface Given {
  node: SyntaxNode;
  reader: Reader;
}

export function readSchemaValue(project: Project, node: SyntaxNode): Known | undefined {
  return new Reader(project, new Map(), 0).read(node);
}

/** Reads in one method, whose parameters stand for what its caller gives. */
class Reader {
  private readonly project: Project;
  private readonly given: ReadonlyMap<string, Given>;
  private readonly depth: number;

  constructor(project: Project, given: ReadonlyMap<string, Given>, depth: number) {
    this.project = project;
    this.given = given;
    this.depth = depth;
  }

  /** `key`: of the map around it; the name of a property is kept where nothing else of it is known. */
  read(node: SyntaxNode | undefined, key = ''): Known | undefined {
    if (node === undefined || this.depth > maxDepth || !this.project.step()) return undefined;
    switch (node.type) {
      case 'parenthesized_expression':
        return this.deeper().read(membersOf(node)[0], key);
      case 'cast_expression':
        return this.deeper().read(childAt(node, 'value'), key);
      case 'binary_expression':
        return this.sum(node);
      case 'identifier':
        return this.named(node, key);
      case 'field_access':
        return this.apart().read(findMember(this.project, node), key) ?? evaluate(this.project, node);
      case 'object_creation_expression':
        return this.made(node, key);
      case 'method_invocation':
        return this.called(node, key) ?? evaluate(this.project, node);
      default:
        return evaluate(this.project, node);
    }
  }

  private deeper(given = this.given): Reader {
    return new Reader(this.project, given, this.depth + 1);
  }

  private apart(): Reader {
    return this.deeper(new Map());
  }

  private sum(node: SyntaxNode): Known | undefined {
    if (childAt(node, 'operator')?.type !== '+') return undefined;
    const parts = [childAt(node, 'left'), childAt(node, 'right')].map((part) => this.deeper().read(part));
    return parts.some((part) => typeof part?.value === 'string') ? joinParts(parts) : undefined;
  }

  private named(node: SyntaxNode, key: string): Known | undefined {
    const given = this.given.get(textOf(node));
    if (given) return given.reader.deeper().read(given.node, key);
    const local = findLocal(node);
    if (local === undefined) return this.apart().read(findConstant(this.project, node), key);
    const read = this.started(local, key) ?? this.deeper().read(local, key);
    return read && this.changed(node, local, read, key);
  }

  /** Nothing else is known to fill it but the method that makes it. */
  private started(local: SyntaxNode, key: string): Known | undefined {
    if (local.type !== 'object_creation_expression' || local.children.some(({ type }) => type === 'class_body')) return;
    const type = textOf(childAt(local, 'type') ?? local).slice(0, 60);
    if (!growing.test(type)) return undefined;
    const [from] = membersOf(childAt(local, 'arguments'));
    if (from !== undefined && !/literal$/.test(from.type)) return this.deeper().read(from, key);
    return known(/Map/.test(type) ? {} : []);
  }

  /** What `put` and `add` bring to it until it is used. */
  private changed(use: SyntaxNode, local: SyntaxNode, start: Known, key: string): Known {
    const { calls, isOpen } = changesOf(use, local);
    const exact = start.exact && !isOpen;
    if (calls.length === 0) return known(start.value, exact);
    if (Array.isArray(start.value)) {
      const added = this.items(calls.map(([item]) => item));
      return known([...start.value, ...added.value], exact && added.exact);
    }
    const put = this.members(calls, key);
    return isJsonObject(start.value)
      ? known({ ...start.value, ...put.value }, exact && put.exact)
      : known(start.value, exact);
  }

  private made(node: SyntaxNode, key: string): Known | undefined {
    const type = textOf(childAt(node, 'type') ?? node).slice(0, 60);
    const args = membersOf(childAt(node, 'arguments'));
    if (/(^|\.)JsonSchema$/.test(type)) {
      const pairs = args.map((arg, index): [string, Known | undefined] => {
        const part = schemaParts[index] ?? '';
        return [part, this.deeper().read(arg, part)];
      });
      // The library leaves out what is null.
      return pairs.length > schemaParts.length
        ? undefined
        : putTogether(
            pairs.filter(([, value]) => value?.value !== null),
            '',
          );
    }
    return growing.test(type) && args.length === 1 && node.children.every((child) => child.type !== 'class_body')
      ? this.deeper().read(args[0], key)
      : undefined;
  }

  private called(node: SyntaxNode, key: string): Known | undefined {
    const object = childAt(node, 'object');
    const args = membersOf(childAt(node, 'arguments'));
    const callee = object === undefined ? nameOf(node) : `${textOf(object).slice(0, 60)}.${nameOf(node)}`;
    if (lists.test(callee)) return this.items(args);
    if (maps.test(callee)) return this.members(inPairs(args), key);
    if (callee === 'Map.ofEntries')
      return this.members(
        args.map((entry) => membersOf(childAt(entry, 'arguments'))),
        key,
      );
    if (copies.test(callee)) return this.deeper().read(args[0], key);
    const method = findMethod(this.project, node, args.length);
    if (method === undefined) return undefined;
    const given = new Map(
      method.parameters.map((name, index): [string, Given | undefined] => {
        const arg = args[index];
        return [name, arg && { node: arg, reader: this }];
      }),
    );
    const returned = returnedBy(method.node);
    return returned && this.deeper(present(given)).read(returned, key);
  }

  private items(nodes: readonly (SyntaxNode | undefined)[]): KnownList {
    const read = nodes.map((node) => this.deeper().read(node));
    const value = read.flatMap((one) => (one === undefined ? [] : [one.value]));
    return { value, exact: read.every((one) => one?.exact === true) };
  }

  private members(pairs: readonly (readonly SyntaxNode[])[], key: string): KnownObject {
    let exact = true;
    const read = pairs.flatMap(([name, value]): [string, Known | undefined][] => {
      const text = this.deeper().read(name);
      exact &&= text?.exact === true;
      return typeof text?.value === 'string' ? [[text.value, this.deeper().read(value, text.value)]] : [];
    });
    const found = putTogether(read, key);
    return { ...found, exact: exact && found.exact };
  }
}

function putTogether(pairs: readonly (readonly [string, Known | undefined])[], key: string): KnownObject {
  const unknown: Json[] = key === 'properties' ? [{}] : [];
  const members = pairs.flatMap(([name, value]) =>
    (value === undefined ? unknown : [value.value]).map((one) => [name, one] as const),
  );
  return { value: toObject(members), exact: pairs.every(([, value]) => value?.exact === true) };
}

function inPairs(nodes: readonly SyntaxNode[]): SyntaxNode[][] {
  const pairs: SyntaxNode[][] = [];
  for (let index = 0; index < nodes.length; index += 2) pairs.push(nodes.slice(index, index + 2));
  return pairs;
}

function present(given: ReadonlyMap<string, Given | undefined>): ReadonlyMap<string, Given> {
  return new Map([...given].flatMap(([name, one]) => (one ? [[name, one] as const] : [])));
}
