/** The low-level server's single handler: which branch of it belongs to which tool. */
import { childAt, descend, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { evaluateText } from './evaluate.ts';
import { handlerPlaces } from './handler/argument-places.ts';
import type { HandlerBody } from './handler/collect-evidence.ts';
import type { Project } from './project.ts';
import { type Module, scopeAt } from './scope.ts';

/** Bodies that run for a tool: `if name == "x":`, `elif name == Kind.X:`, `case "x":` inside `@server.call_tool()`. */
export function dispatchBranches(project: Project, module: Module, tool: string): HandlerBody[] {
  const branches: HandlerBody[] = [];
  for (const definition of module.parsed.byType.get('decorated_definition') ?? []) {
    const isHandler = definition.children.some(
      (child) => child.type === 'decorator' && /\.call_tool\b/.test(textOf(child).slice(0, 200)),
    );
    const fn = childAt(definition, 'definition');
    if (!isHandler || fn?.type !== 'function_definition') continue;
    const places = handlerPlaces({ kind: 'function', node: fn, module });
    for (const node of descend(definition)) {
      const body = childAt(node, 'consequence');
      if (body && mentions(project, module, selector(node), tool))
        branches.push({ node: body, module, places, when: [] });
    }
  }
  return branches;
}

function selector(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === 'case_clause') return node.children.find((child) => child.type === 'case_pattern');
  return node.type === 'if_statement' || node.type === 'elif_clause' ? childAt(node, 'condition') : undefined;
}

/** Whether a condition or pattern compares with the tool's name, written out or by a constant. */
function mentions(project: Project, module: Module, condition: SyntaxNode | undefined, tool: string): boolean {
  if (condition === undefined) return false;
  const comparison = condition.type === 'comparison_operator' || condition.type === 'case_pattern';
  const candidates = comparison
    ? [...descend(condition)]
    : [...descend(condition)].filter((node) => node.parent?.type === 'comparison_operator');
  return candidates.some((node) => {
    if (node.type === 'dotted_name') return evaluateDotted(project, module, node) === tool;
    if (node.type !== 'string' && node.type !== 'attribute' && node.type !== 'identifier') return false;
    return evaluateText(project, node, scopeAt(module, node))?.text === tool;
  });
}

/** A pattern's `Kind.X.value` is no expression to the grammar. */
function evaluateDotted(project: Project, module: Module, node: SyntaxNode): string | undefined {
  const expression = project.parseExpression(textOf(node), node);
  return expression && evaluateText(project, expression, scopeAt(module, node))?.text;
}
