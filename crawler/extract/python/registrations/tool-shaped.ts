/**
 * What a repository writes as a tool in a way of its own, for a server whose registration could not be followed: functions under
 * its own `@tool` decorator, and classes below its own `Tool` class.
 */
import { childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { argument, readArguments } from '../arguments.ts';
import { evaluateText } from '../evaluate.ts';
import type { Project } from '../project.ts';
import { resolveEntity } from '../resolve.ts';
import { type Module, type Scope, scopeAt } from '../scope.ts';
import { type Registration, readKeywords } from './registration.ts';
import { readToolClass } from './tool-class.ts';

export function findToolShaped(project: Project, module: Module): Registration[] {
  const functions = (module.parsed.byType.get('decorated_definition') ?? []).flatMap((node) => {
    project.restartSteps();
    return readDecorated(project, module, node) ?? [];
  });
  const classes = (module.parsed.byType.get('class_definition') ?? []).flatMap((node) => {
    project.restartSteps();
    return readToolClass(project, { kind: 'class', node, module }) ?? [];
  });
  return [...functions, ...classes];
}

/** `@tool(…)`, where `tool` is a function of the repository itself. */
function readDecorated(project: Project, module: Module, at: SyntaxNode): Registration | undefined {
  const node = childAt(at, 'definition');
  const name = childAt(node, 'name');
  const scope = scopeAt(module, at);
  const expression = at.children
    .filter((child) => child.type === 'decorator')
    .flatMap((child) => child.children[0] ?? [])
    .find((child) => isOwnDecorator(project, child, scope));
  if (node?.type !== 'function_definition' || name === undefined || expression === undefined) return undefined;
  const args = readArguments(expression);
  const keywords = readKeywords(project, args, scope);
  const first = expression.type === 'call' ? evaluateText(project, args.positional[0], scope) : undefined;
  return {
    ...keywords,
    ...{ module, at, shown: node, scope, wrapped: false, receiver: undefined, shaped: true },
    name: keywords.name ?? first ?? { text: textOf(name), exact: true },
    inputSchema:
      keywords.inputSchema ?? argument(args, -1, 'input_model', 'args_schema', 'schema', 'parameters', 'args_model'),
    fn: { kind: 'function', node, module },
  };
}

function isOwnDecorator(project: Project, expression: SyntaxNode, scope: Scope): boolean {
  const callee = expression.type === 'call' ? childAt(expression, 'function') : expression;
  const word = callee && textOf(childAt(callee, 'attribute') ?? callee);
  if (callee === undefined || word === undefined || !/^((mcp|register)_)?tool$/i.test(word)) return false;
  const entity = resolveEntity(project, callee, scope);
  return entity?.kind === 'function';
}
