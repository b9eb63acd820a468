/** The low-level server's one handler of calls: which branch of it belongs to which tool. */
import { childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { evaluate } from '../evaluate.ts';
import type { Project } from '../project.ts';
import type { Module } from '../scope.ts';
import { textValue } from '../value.ts';

const handlesCalls = /CallToolRequestSchema|['"]tools\/call['"]/;

/** What runs for a tool: `case "x":`, `if (name === "x") …`, in a file that handles calls. */
export function dispatchBranches(project: Project, modules: readonly Module[], tool: string): SyntaxNode[] {
  const branches: SyntaxNode[] = [];
  for (const module of modules) {
    if (!handlesCalls.test(project.input.texts.get(module.path) ?? '')) continue;
    const isName = (node: SyntaxNode | undefined) =>
      node !== undefined && textValue(evaluate({ project, module, env: undefined }, node))?.text === tool;
    for (const node of module.parsed.byType.get('switch_case') ?? []) {
      if (isName(childAt(node, 'value'))) branches.push(...node.children.filter((child) => child.field === 'body'));
    }
    for (const node of module.parsed.byType.get('if_statement') ?? []) {
      const condition = childAt(node, 'condition')?.children[0];
      const operator = childAt(condition, 'operator');
      const compares =
        condition?.type === 'binary_expression' && operator !== undefined && /^===?$/.test(textOf(operator));
      const body = childAt(node, 'consequence');
      if (compares && body && (isName(childAt(condition, 'right')) || isName(childAt(condition, 'left'))))
        branches.push(body);
    }
  }
  return branches;
}
