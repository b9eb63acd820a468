/** The low-level server's one handler of calls: which branch of it belongs to which tool. */
import { childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { evaluate } from '../evaluate.ts';
import type { Project } from '../project.ts';
import type { Module } from '../scope.ts';
import { textValue } from '../value.ts';

const handlesCalls = /CallToolRequestSchema|['"]tools\/call['"]/;
const known = new WeakMap<Project, Map<string, SyntaxNode[]>>();

/** What runs for a tool: `case "x":`, `if (name === "x") …`, in a file that handles calls. */
export function dispatchBranches(project: Project, modules: readonly Module[], tool: string): readonly SyntaxNode[] {
  let branches = known.get(project);
  if (branches === undefined) {
    branches = new Map();
    for (const module of modules) collectBranches(project, module, branches);
    known.set(project, branches);
  }
  return branches.get(tool) ?? [];
}

function collectBranches(project: Project, module: Module, branches: Map<string, SyntaxNode[]>): void {
  if (!handlesCalls.test(project.input.texts.get(module.path) ?? '')) return;
  project.restartSteps();
  const add = (name: SyntaxNode | undefined, bodies: readonly SyntaxNode[]) => {
    const text = name && textValue(evaluate({ project, module, env: undefined }, name))?.text;
    if (text === undefined || text.length > 200) return;
    const alike = branches.get(text);
    if (alike) alike.push(...bodies);
    else branches.set(text, [...bodies]);
  };
  for (const node of module.parsed.byType.get('switch_case') ?? [])
    add(
      childAt(node, 'value'),
      node.children.filter((child) => child.field === 'body'),
    );
  for (const node of module.parsed.byType.get('if_statement') ?? []) {
    const condition = childAt(node, 'condition')?.children[0];
    const operator = childAt(condition, 'operator');
    const body = childAt(node, 'consequence');
    if (condition?.type !== 'binary_expression' || operator === undefined || body === undefined) continue;
    if (!/^===?$/.test(textOf(operator))) continue;
    add(childAt(condition, 'right'), [body]);
    add(childAt(condition, 'left'), [body]);
  }
}
