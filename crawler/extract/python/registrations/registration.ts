/** One place in the source that makes a tool, before its definition is put together. */
import type { SyntaxNode } from '../../syntax-tree.ts';
import { argument, type CallArguments } from '../arguments.ts';
import { evaluateText } from '../evaluate.ts';
import type { Project } from '../project.ts';
import type { FunctionEntity } from '../resolve.ts';
import type { Module, Scope } from '../scope.ts';

export interface Registration {
  module: Module;
  /** The statement or call that registers; conditions and reachability are those of this place. */
  at: SyntaxNode;
  /** What a person is shown: the function's `def`, or the registering call; it may stand in another file. */
  shown: SyntaxNode;
  /** Where the expressions below are read. */
  scope: Scope;
  name: { text: string; exact: boolean } | undefined;
  description: SyntaxNode | undefined;
  title: SyntaxNode | undefined;
  annotations: SyntaxNode | undefined;
  enabled: SyntaxNode | undefined;
  /** A schema written out, where the function's signature does not make it. */
  inputSchema: SyntaxNode | undefined;
  fn: FunctionEntity | undefined;
  /** The function passed through another one first, so its signature may have changed. */
  wrapped: boolean;
  /** The server object it is registered with. */
  receiver: SyntaxNode | undefined;
  /** Where it is registered for somebody else: what must hold there besides. */
  conditions?: string[];
  /** Written as a tool, but the way from there to the server could not be followed. */
  shaped?: true;
  /** For those of the expressions that are not read in `scope`. */
  elsewhere?: ReadonlyMap<SyntaxNode, Elsewhere>;
}

/** Where an expression is read that stands in another scope than the others. */
export interface Elsewhere {
  scope: Scope;
  /** False where it is not all there is to it: one of several, or changed before it is used. */
  exact: boolean;
}

/** A place that registers, and how it is read: differently in every call and turn where it depends on them. */
export interface Site {
  module: Module;
  node: SyntaxNode;
  scope: Scope;
  /** What the reading depends on. */
  expressions: readonly SyntaxNode[];
  read(scope: Scope): Registration[];
}

/** The parts that `tool(…)`, `add_tool(…)` and `from_function(…)` have in common. */
export function readKeywords(project: Project, args: CallArguments, scope: Scope) {
  const named = argument(args, -1, 'name');
  return {
    name: named && (evaluateText(project, named, scope) ?? { text: '{…}', exact: false }),
    description: argument(args, -1, 'description'),
    title: argument(args, -1, 'title'),
    annotations: argument(args, -1, 'annotations'),
    enabled: argument(args, -1, 'enabled'),
    inputSchema: argument(args, -1, 'inputSchema', 'input_schema'),
  };
}
