/** Commands in groups: `group.AddCommand<T>(…)`, where the group is `new CommandGroup("name", …)` within other groups. */
import { ancestorsOf, childAt, descend, type ParsedSource, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { evaluateText } from './evaluate.ts';
import { lastWord, type Project } from './project.ts';

const maxDepth = 8;

/** The words before a command's own name, by the name of its class; a class that nothing adds is not among them. */
export function findCommandGroups(project: Project, files: readonly ParsedSource[]): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { byType } of files) {
    for (const call of byType.get('invocation_expression') ?? []) {
      const command = addedCommand(call);
      const group = childAt(childAt(call, 'function'), 'expression');
      const method = enclosingMethod(call);
      if (command === undefined || group === undefined || method === undefined) continue;
      project.restartSteps();
      const path = groupPath(project, textOf(group), method);
      if (path) found.set(command, path);
    }
  }
  return found;
}

/** `AddCommand<T>(…)`, `AddCommand("name", new T(…))`. */
function addedCommand(call: SyntaxNode): string | undefined {
  const name = childAt(childAt(call, 'function'), 'name');
  if (name === undefined || lastWord(name) !== 'AddCommand') return undefined;
  const given = name.children.find((child) => child.type === 'type_argument_list')?.children[0];
  if (given) return lastWord(given);
  for (const node of descend(call)) {
    const type = node.type === 'object_creation_expression' ? childAt(node, 'type') : undefined;
    if (type) return lastWord(type);
  }
  return undefined;
}

function enclosingMethod(node: SyntaxNode): SyntaxNode | undefined {
  return [...ancestorsOf(node)].find(({ ancestor }) => ancestor.type === 'method_declaration')?.ancestor;
}

/** Undefined where the variable holds no group that is made in the method. */
function groupPath(project: Project, variable: string, method: SyntaxNode, depth = 0): string[] | undefined {
  if (depth > maxDepth || !project.step()) return undefined;
  let name: string | undefined;
  let parent: string | undefined;
  for (const node of descend(method)) {
    const own = childAt(node, 'name');
    if (node.type === 'variable_declarator' && own && textOf(own) === variable) name ??= groupName(project, node);
    if (node.type !== 'invocation_expression') continue;
    const callee = childAt(node, 'function');
    const [word, owner] = [childAt(callee, 'name'), childAt(callee, 'expression')];
    const first = childAt(node, 'arguments')?.children[0]?.children.at(-1);
    const adds = word && textOf(word) === 'AddSubGroup' && first && textOf(first) === variable;
    if (adds && owner) parent ??= textOf(owner);
  }
  if (name === undefined) return undefined;
  const above = parent === undefined || parent === variable ? [] : groupPath(project, parent, method, depth + 1);
  return [...(above ?? []), name];
}

function groupName(project: Project, declarator: SyntaxNode): string | undefined {
  const made = declarator.children.find((child) => child.type === 'object_creation_expression');
  const type = childAt(made, 'type');
  if (made === undefined || type === undefined || lastWord(type) !== 'CommandGroup') return undefined;
  return evaluateText(project, childAt(made, 'arguments')?.children[0])?.text;
}
