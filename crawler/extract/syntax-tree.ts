/**
 * Source as a plain tree of nodes, the same for every language. The parser's own tree lives in WebAssembly memory and costs a
 * call per question; this copy has parents, is bounded in depth, and needs no freeing.
 */
import type { Parser, Tree, TreeCursor } from 'web-tree-sitter';
import { discardRuntime, type Grammar, loadGrammar } from './parser-runtime.ts';

export interface Source {
  path: string;
  text: string;
}

export interface SyntaxNode {
  type: string;
  /** The name of its place in the parent, as the grammar calls it. */
  field: string | undefined;
  start: number;
  end: number;
  /** 1-based. */
  line: number;
  /** Named nodes, and tokens that have a field; no comments. */
  children: readonly SyntaxNode[];
  parent: SyntaxNode | undefined;
  source: Source;
}

export interface ParsedSource {
  root: SyntaxNode;
  /** Every node by type, in source order. */
  byType: ReadonlyMap<string, readonly SyntaxNode[]>;
  hasError: boolean;
  /** Something nested deeper than `maxTreeDepth` was left out. */
  cut: boolean;
}

/** Levels of the tree that are kept, so that whatever walks it may recurse. Written source stays below 100. */
export const maxTreeDepth = 400;
const maxNodes = 2_000_000;
const parseMilliseconds = 10_000;

/** Turns source into trees; one per language and process. */
export type Parse = (source: Source) => ParsedSource | undefined;

/** Loads a grammar by the address of its `.wasm` file. */
export async function loadParser(wasmAddress: string): Promise<Parse> {
  const grammar = await loadGrammar(wasmAddress);
  return (source) => parse(grammar, source);
}

/** Undefined where the parser gives up, runs out of time or breaks. */
function parse(grammar: Grammar, source: Source): ParsedSource | undefined {
  if (grammar.loaded === undefined) return undefined;
  const { language } = grammar.loaded;
  let parser: Parser | undefined;
  let tree: Tree | null = null;
  try {
    parser = grammar.loaded.parser();
    parser.setLanguage(language);
    const end = Date.now() + parseMilliseconds;
    tree = parser.parse(source.text, null, { progressCallback: () => Date.now() > end });
    const copy = tree === null ? undefined : copyTree(tree, source);
    tree?.delete();
    parser.delete();
    return copy;
  } catch {
    discardRuntime(source.path); // it ran out of memory or stack
    release(tree);
    release(parser);
    return undefined;
  }
}

/** Freeing in a broken runtime throws as well; it must be done once all the same, or the collector does it at a time of its own. */
function release(held: Parser | Tree | null | undefined): void {
  try {
    held?.delete();
  } catch {
    // The runtime is gone with all its memory.
  }
}

interface Frame {
  node: SyntaxNode;
  children: SyntaxNode[];
}

function copyTree(tree: Tree, source: Source): ParsedSource {
  const cursor = tree.walk();
  const byType = new Map<string, SyntaxNode[]>();
  const top = openFrame(cursor, source, undefined);
  const open = [top];
  let cut = false;
  let count = 0;
  const enter = () => {
    const parent = open.at(-1) ?? top;
    const frame = openFrame(cursor, source, parent.node);
    open.push(frame);
    count++;
    if (frame.node.type === 'comment' || (!cursor.nodeIsNamed && frame.node.field === undefined)) return;
    parent.children.push(frame.node);
    const alike = byType.get(frame.node.type);
    if (alike) alike.push(frame.node);
    else byType.set(frame.node.type, [frame.node]);
  };
  for (;;) {
    const roomBelow = open.length < maxTreeDepth && count < maxNodes;
    if (roomBelow && cursor.gotoFirstChild()) {
      enter();
      continue;
    }
    cut ||= !roomBelow;
    while (open.length > 1 && !cursor.gotoNextSibling()) {
      cursor.gotoParent();
      open.pop();
    }
    if (open.length <= 1) break;
    open.pop();
    enter();
  }
  cursor.delete();
  return { root: top.node, byType, hasError: tree.rootNode.hasError, cut };
}

function openFrame(cursor: TreeCursor, source: Source, parent: SyntaxNode | undefined): Frame {
  const children: SyntaxNode[] = [];
  const node: SyntaxNode = {
    type: cursor.nodeType,
    field: cursor.currentFieldName ?? undefined,
    start: cursor.startIndex,
    end: cursor.endIndex,
    line: cursor.startPosition.row + 1,
    children,
    parent,
    source,
  };
  return { node, children };
}

export function textOf(node: SyntaxNode): string {
  return node.source.text.slice(node.start, node.end);
}

/** The first child in a named place. */
export function childAt(node: SyntaxNode | undefined, field: string): SyntaxNode | undefined {
  return node?.children.find((child) => child.field === field);
}

/** Nodes below one, itself included, in source order; `enter` decides whether to look inside one of them. */
export function* descend(node: SyntaxNode, enter: (node: SyntaxNode) => boolean = () => true): Generator<SyntaxNode> {
  const stack = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
    if (next !== node && !enter(next)) continue;
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index];
      if (child) stack.push(child);
    }
  }
}

export function* ancestorsOf(node: SyntaxNode): Generator<{ ancestor: SyntaxNode; from: SyntaxNode }> {
  let from = node;
  for (let ancestor = node.parent; ancestor !== undefined; ancestor = ancestor.parent) {
    yield { ancestor, from };
    from = ancestor;
  }
}
