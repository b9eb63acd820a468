/** A scope as it is in one call of its function, or in one turn of its loop. */
import { childAt, type SyntaxNode } from '../syntax-tree.ts';
import { readArguments } from './arguments.ts';
import { type Binding, parameterName, type Scope } from './scope.ts';

/** `scope`, in which names of `owner`, one of the scopes around it or itself, stand for something definite. */
export function overlay(scope: Scope, owner: Scope, given: ReadonlyMap<string, Binding>): Scope {
  if (scope.node !== owner.node)
    return scope.parent ? { ...scope, parent: overlay(scope.parent, owner, given) } : scope;
  const fresh = [...given].map(([name, binding]): [string, Binding[]] => [name, [binding]]);
  return { ...scope, names: new Map([...scope.names, ...fresh]) };
}

/** What the parameters of a function's scope are in one call; those not given have their defaults. */
export function givenArguments(
  fn: Scope,
  call: SyntaxNode,
  scope: Scope,
  isMethod: boolean,
): ReadonlyMap<string, Binding> {
  const given = new Map<string, Binding>();
  const parameters = childAt(fn.node, 'parameters')?.children ?? [];
  for (const node of parameters) {
    const [name, value] = [parameterName(node), childAt(node, 'value')];
    if (name !== undefined && value && fn.parent) given.set(name, { kind: 'given', value, scope: fn.parent });
  }
  const names = parameters.map(parameterName).slice(isMethod ? 1 : 0);
  const args = readArguments(call);
  for (const [place, value] of args.positional.entries()) {
    const name = names[place];
    if (name !== undefined) given.set(name, { kind: 'given', value, scope });
  }
  for (const [name, value] of args.named) if (names.includes(name)) given.set(name, { kind: 'given', value, scope });
  return given;
}

/** The scope as it is in the call or turn that is looked at, where it is one of those around. */
export function scopeWithin(around: Scope, plain: Scope): Scope {
  for (let at: Scope | undefined = around; at !== undefined; at = at.parent) if (at.node === plain.node) return at;
  return plain;
}
