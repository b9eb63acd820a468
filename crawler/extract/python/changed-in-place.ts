/** Whether a dictionary or list is changed after it was written: `schema["required"] = …`, `tools.append(…)`. */
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { type Module, type Scope, scopeAt } from './scope.ts';

const changes = /^(update|append|extend|insert|setdefault|pop|popitem|remove|clear|add)$/;
const maxSteps = 10;

/** `scope`: the one that binds the name. What is handed to a function that changes it is not seen. */
export function isChangedInPlace(scope: Scope, name: string): boolean {
  return (changesIn(scope.module).get(name) ?? []).some((node) => {
    for (let at: Scope | undefined = scopeAt(scope.module, node); at !== undefined; at = at.parent)
      if (at.names.has(name)) return at.node === scope.node;
    return false;
  });
}

const known = new WeakMap<Module, Map<string, SyntaxNode[]>>();

/** Every place that changes what a name stands for, by that name. */
function changesIn(module: Module): ReadonlyMap<string, readonly SyntaxNode[]> {
  const before = known.get(module);
  if (before) return before;
  const found = new Map<string, SyntaxNode[]>();
  const { byType } = module.parsed;
  const targets = [
    ...['assignment', 'augmented_assignment'].flatMap((type) =>
      (byType.get(type) ?? []).flatMap((node) => childAt(node, 'left') ?? []),
    ),
    ...(byType.get('delete_statement') ?? []).flatMap(({ children }) => children),
  ].filter(({ type }) => type === 'subscript');
  const called = (byType.get('call') ?? []).flatMap((node) => {
    const callee = childAt(node, 'function');
    const [object, word] = [childAt(callee, 'object'), childAt(callee, 'attribute')];
    return object && word && changes.test(textOf(word)) ? [object] : [];
  });
  for (const target of [...targets, ...called]) {
    const root = rootName(target);
    if (root === undefined) continue;
    const alike = found.get(root);
    if (alike) alike.push(target);
    else found.set(root, [target]);
  }
  known.set(module, found);
  return found;
}

/** `schema` of `schema["properties"]["crate"]`. */
function rootName(node: SyntaxNode): string | undefined {
  let at: SyntaxNode | undefined = node;
  for (let steps = 0; at?.type === 'subscript' && steps < maxSteps; steps++) at = childAt(at, 'value');
  return at?.type === 'identifier' ? textOf(at) : undefined;
}
