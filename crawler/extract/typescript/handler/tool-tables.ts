/** Tables of functions by the name of the tool, from which the one handler of calls takes its function: `handlers[name](args)`. */
import { textOf } from '../../syntax-tree.ts';
import { contextsAt } from '../contexts.ts';
import { evaluate } from '../evaluate.ts';
import type { Project } from '../project.ts';
import type { Module } from '../scope.ts';
import { type FunctionValue, toolNamePath } from '../value.ts';
import { functionsOf, readTableChoice } from './called-functions.ts';

const maxTables = 12;
const known = new WeakMap<Project, Map<string, FunctionValue[]>>();

export function tableFunctions(project: Project, modules: readonly Module[], tool: string): readonly FunctionValue[] {
  let functions = known.get(project);
  if (functions === undefined) {
    functions = new Map();
    known.set(project, functions);
    for (const module of modules) collectTables(project, module, functions);
  }
  return functions.get(tool) ?? [];
}

function collectTables(project: Project, module: Module, functions: Map<string, FunctionValue[]>): void {
  let tables = 0;
  for (const type of ['subscript_expression', 'call_expression']) {
    for (const node of module.parsed.byType.get(type) ?? []) {
      const choice = readTableChoice(node);
      if (choice === undefined || !/name|tool/i.test(textOf(choice.key).slice(0, 100)) || ++tables > maxTables)
        continue;
      project.restartSteps();
      const [context] = contextsAt(project, module, node).contexts;
      const place = { project, module, env: context?.env };
      const key = evaluate(place, choice.key);
      const table = key?.kind === 'external' && key.path === toolNamePath ? evaluate(place, choice.table) : undefined;
      if (table?.kind !== 'object') continue;
      for (const [name, member] of table.members) {
        const value = member.get();
        const handler = value?.kind === 'object' ? value.members.get('handler')?.get() : value;
        functions.set(name, [...(functions.get(name) ?? []), ...functionsOf(handler)]);
      }
    }
  }
}
