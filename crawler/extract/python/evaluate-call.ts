/** The few calls whose result follows from their text: string methods, `dedent`, `os.getenv` with a fallback, a plain function. */

import type { Json } from '../../../schema/tool-definition.ts';
import { hole, type Known, known, maxText } from '../known-value.ts';
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import { argument, type CallArguments, readArguments } from './arguments.ts';
import { cleanDocstring, commonIndent } from './docstring.ts';
import { evaluate, joinTexts } from './evaluate.ts';
import type { Project } from './project.ts';
import { resolveEntity, returnedExpressions } from './resolve.ts';
import { type Scope, scopeAt } from './scope.ts';

interface Call {
  project: Project;
  node: SyntaxNode;
  args: CallArguments;
  scope: Scope;
  depth: number;
}

export function evaluateCall(project: Project, node: SyntaxNode, scope: Scope, depth: number): Known | undefined {
  const callee = childAt(node, 'function');
  if (callee === undefined) return undefined;
  const call = { project, node, args: readArguments(node), scope, depth };
  const name = textOf(childAt(callee, 'attribute') ?? callee);
  const plain = evaluatePlainCall(call, textOf(callee), name);
  if (plain !== undefined) return plain;
  const object = callee.type === 'attribute' ? evaluate(project, childAt(callee, 'object'), scope, depth) : undefined;
  if (typeof object?.value === 'string') return callTextMethod(call, name, object);
  return evaluateReturned(call, callee);
}

function inner(call: Call, node: SyntaxNode | undefined): Known | undefined {
  return evaluate(call.project, node, call.scope, call.depth);
}

function evaluatePlainCall(call: Call, callee: string, name: string): Known | undefined {
  const first = argument(call.args, 0);
  switch (name) {
    case 'dedent':
      return mapText(inner(call, first), dedent);
    case 'cleandoc':
      return mapText(inner(call, first), cleanDocstring);
    case 'getenv':
      return inexact(inner(call, argument(call.args, 1, 'default')));
    case 'get':
      return /(^|\.)environ\.get$/.test(callee) ? inexact(inner(call, argument(call.args, 1))) : undefined;
    case 'Field':
    case 'field':
      return inexact(inner(call, argument(call.args, name === 'Field' ? 0 : -1, 'default')));
    case 'str':
      return callee === 'str' ? mapText(inner(call, first), (text) => text) : undefined;
    case 'list':
    case 'tuple':
    case 'set':
    case 'frozenset':
    case 'sorted': {
      const items = callee === name ? inner(call, first) : undefined;
      return Array.isArray(items?.value) ? items : undefined;
    }
    default:
      return undefined;
  }
}

/** Python's `textwrap.dedent`: blank lines are emptied and do not count. */
function dedent(text: string): string {
  const lines = text.split('\n').map((line) => (line.trim() === '' ? '' : line));
  const margin = commonIndent(lines);
  return lines.map((line) => line.slice(margin)).join('\n');
}

function callTextMethod(call: Call, name: string, object: Known): Known | undefined {
  switch (name) {
    case 'strip':
      return mapText(object, (text) => text.trim());
    case 'lstrip':
      return mapText(object, (text) => text.trimStart());
    case 'rstrip':
      return mapText(object, (text) => text.trimEnd());
    case 'lower':
      return mapText(object, (text) => text.toLowerCase());
    case 'upper':
      return mapText(object, (text) => text.toUpperCase());
    case 'replace': {
      const [from, to] = [inner(call, argument(call.args, 0)), inner(call, argument(call.args, 1))];
      if (typeof from?.value !== 'string' || typeof to?.value !== 'string' || from.value === '') return inexact(object);
      const [old, fresh] = [from.value, to.value];
      const parts = String(object.value).split(old);
      return joinTexts(
        parts.map((part) => known(part, object.exact && from.exact && to.exact)),
        fresh,
      );
    }
    case 'format':
      return fillBraces(call, object);
    case 'join': {
      const items = inner(call, argument(call.args, 0));
      if (!Array.isArray(items?.value)) return undefined;
      const joined = joinTexts(
        items.value.map((item) => known(item)),
        String(object.value),
      );
      return joined && known(joined.value, joined.exact && items.exact && object.exact);
    }
    default:
      return undefined;
  }
}

/** `"{} in {place}".format(…)`: values where they are known, holes elsewhere. */
function fillBraces(call: Call, format: Known): Known {
  let exact = format.exact;
  let next = 0;
  let room = maxText;
  const text = String(format.value).replace(/\{\{|\}\}|\{(\w*)\}|\{[^{}]*\}/g, (whole, key: string | undefined) => {
    if (whole === '{{') return '{';
    if (whole === '}}') return '}';
    if (room <= 0) return '';
    const node =
      key === undefined
        ? undefined
        : /^\d*$/.test(key)
          ? argument(call.args, key === '' ? next++ : Number(key))
          : call.args.named.get(key);
    const value = inner(call, node);
    const shown =
      typeof value?.value === 'string' || typeof value?.value === 'number' ? String(value.value) : undefined;
    exact &&= shown !== undefined && value?.exact === true;
    room -= shown?.length ?? 0;
    return shown ?? hole;
  });
  return known(text, exact);
}

/** A function of the repository with one `return`. What depends on its parameters stays a hole. */
function evaluateReturned(call: Call, callee: SyntaxNode): Known | undefined {
  const entity = resolveEntity(call.project, callee, call.scope);
  if (entity?.kind !== 'function') return undefined;
  const returned = returnedExpressions(entity);
  const only = returned.length === 1 ? returned[0] : undefined;
  const value = only && evaluate(call.project, only, scopeAt(entity.module, only), call.depth + 1);
  return value && (call.args.count > 0 ? inexact(value) : value);
}

function mapText(value: Known | undefined, change: (text: string) => string): Known | undefined {
  return typeof value?.value === 'string' ? known(change(value.value), value.exact) : undefined;
}

function inexact(value: { value: Json } | undefined): Known | undefined {
  return value && known(value.value, false);
}
