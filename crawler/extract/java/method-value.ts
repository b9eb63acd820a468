/** The method of the repository that a call goes to, and what it returns, where that is one thing. */
import { ancestorsOf, childAt, descend, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { parentsOf } from './evaluate.ts';
import { membersOf, nameOf, type Project, typeDeclarations } from './project.ts';

export interface Method {
  node: SyntaxNode;
  parameters: readonly string[];
}

const maxParents = 5;

/** By its name and the number of what it takes; undefined where several may be meant. */
export function findMethod(project: Project, call: SyntaxNode, count: number): Method | undefined {
  for (const type of ownersOf(project, call)) {
    const found = methodsOf(project, type, nameOf(call), count);
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}

function ownersOf(project: Project, call: SyntaxNode): SyntaxNode[] {
  const object = childAt(call, 'object');
  if (object !== undefined && object.type !== 'this') {
    const type = project.type(textOf(object).slice(0, 300).split('.').at(-1) ?? '', call);
    return type ? [type] : [];
  }
  const around = [...ancestorsOf(call)]
    .map(({ ancestor }) => ancestor)
    .filter(({ type }) => typeDeclarations.has(type));
  const [imported] = project.file(call.source.path)?.imports.get(nameOf(call)) ?? [];
  const owner = imported?.split('.').at(-2);
  const type = owner === undefined ? undefined : project.type(owner, call);
  return type ? [...around, type] : around;
}

function methodsOf(project: Project, type: SyntaxNode, name: string, count: number, depth = 0): Method[] {
  const own = membersOf(childAt(type, 'body')).flatMap((node): Method[] => {
    if (node.type !== 'method_declaration' || nameOf(node) !== name) return [];
    const declared = membersOf(childAt(node, 'parameters'));
    const isPlain = declared.length === count && declared.every((one) => one.type === 'formal_parameter');
    return isPlain ? [{ node, parameters: declared.map(nameOf) }] : [];
  });
  if (own.length > 0 || depth > maxParents || !project.step()) return own;
  return parentsOf(project, type).flatMap((parent) => methodsOf(project, parent, name, count, depth + 1));
}

/** Undefined where there are several returns. */
export function returnedBy(method: SyntaxNode): SyntaxNode | undefined {
  const body = childAt(method, 'body');
  const isOwn = (node: SyntaxNode) => !/^(lambda_expression|class_body)$/.test(node.type);
  const returns = body ? [...descend(body, isOwn)].filter(({ type }) => type === 'return_statement') : [];
  return returns.length === 1 ? membersOf(returns[0])[0] : undefined;
}
