/** What the code behind a tool was seen to do: the function that handles it, or its branch of the one handler of all. */
import type { HandlerEvidence } from '../../../../schema/snapshot.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../../schema/tool-definition.ts';
import { childAt, type SyntaxNode } from '../../syntax-tree.ts';
import { enterFunction } from '../call-function.ts';
import { contextsAt } from '../contexts.ts';
import type { Project } from '../project.ts';
import { argumentsPath, type FunctionValue, type Value } from '../value.ts';
import { collectScriptEvidence, type Start } from './collect-evidence.ts';

const toolArguments: Value = { kind: 'external', path: argumentsPath };

export function findEvidence(starts: readonly Start[], inputSchema: Json | undefined): HandlerEvidence[] {
  const schema: JsonObject = isJsonObject(inputSchema) ? inputSchema : {};
  return starts.length === 0 ? [] : collectScriptEvidence(starts, schema);
}

/** A function that is given the tool's arguments first. */
export function startOf(project: Project, fn: FunctionValue): Start[] {
  const node = childAt(fn.node, 'body');
  const env = enterFunction(project, fn, [() => toolArguments]);
  return node ? [{ place: { project, module: fn.module, env }, node }] : [];
}

/** A part of a function that is reached from somewhere else. */
export function startAt(project: Project, node: SyntaxNode): Start[] {
  const module = project.module(node.source.path);
  if (module === undefined) return [];
  const [context] = contextsAt(project, module, node).contexts;
  return [{ place: { project, module, env: context?.env }, node }];
}
