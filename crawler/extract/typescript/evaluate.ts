/** Works out what an expression stands for without running it (see `value.ts`). */
import { childAt, type SyntaxNode, textOf } from '../syntax-tree.ts';
import type { Env } from './env.ts';
import { evaluateCall, evaluateNew } from './evaluate-call.ts';
import { classValue } from './evaluate-class.ts';
import { evaluateArray, evaluateObject } from './evaluate-literal.ts';
import { evaluateMember, evaluateSubscript } from './evaluate-member.ts';
import { evaluateName, evaluateThis } from './evaluate-name.ts';
import { evaluateBinary, evaluateTernary, evaluateUnary } from './evaluate-operator.ts';
import type { Project } from './project.ts';
import { isClass, isFunction, type Module } from './scope.ts';
import { decodeEscapes, decodeString } from './string-literal.ts';
import { absent, hole, maxText, plain, shownText, type Value } from './value.ts';

export interface Place {
  project: Project;
  module: Module;
  env: Env;
}

/** Undefined where nothing of the value can be known. */
export function evaluate(place: Place, node: SyntaxNode | undefined): Value | undefined {
  return node && place.project.deeper(() => evaluateNode(place, node));
}

function evaluateNode(place: Place, node: SyntaxNode): Value | undefined {
  switch (node.type) {
    case 'string':
      return plain(decodeString(node), true, node);
    case 'template_string':
      return evaluateTemplate(place, node);
    case 'number':
      return readNumber(textOf(node));
    case 'true':
      return plain(true);
    case 'false':
      return plain(false);
    case 'null':
      return plain(null);
    case 'undefined':
      return absent;
    case 'identifier':
    case 'shorthand_property_identifier':
      return evaluateName(place, node, textOf(node));
    case 'this':
      return evaluateThis(place, node);
    case 'member_expression':
      return evaluateMember(place, node);
    case 'subscript_expression':
      return evaluateSubscript(place, node);
    case 'array':
      return evaluateArray(place, node);
    case 'object':
      return evaluateObject(place, node);
    case 'call_expression':
      return evaluateCall(place, node);
    case 'new_expression':
      return evaluateNew(place, node);
    default:
      return evaluateOther(place, node);
  }
}

function evaluateOther(place: Place, node: SyntaxNode): Value | undefined {
  switch (node.type) {
    case 'parenthesized_expression':
    case 'as_expression':
    case 'satisfies_expression':
    case 'non_null_expression':
    case 'await_expression':
    case 'yield_expression':
      return evaluate(place, node.children[0]);
    case 'type_assertion':
    case 'sequence_expression':
      return evaluate(place, node.children.at(-1));
    case 'assignment_expression':
      return evaluate(place, childAt(node, 'right'));
    case 'binary_expression':
      return evaluateBinary(place, node);
    case 'unary_expression':
      return evaluateUnary(place, node);
    case 'ternary_expression':
      return evaluateTernary(place, node);
    default:
      if (isFunction(node)) return { kind: 'function', node, module: place.module, env: place.env };
      return isClass(node) ? classValue(place, node) : undefined;
  }
}

/** The text of an expression, where it is text. */
export function evaluateTemplate(place: Place, node: SyntaxNode): Value | undefined {
  let text = '';
  let exact = true;
  let from = node.start + 1;
  const addRaw = (to: number) => {
    text += decodeEscapes(node.source.text.slice(from, to));
  };
  for (const child of node.children) {
    if (child.type !== 'template_substitution') continue;
    addRaw(child.start);
    from = child.end;
    const part = shownText(evaluate(place, child.children[0]));
    text += part?.text ?? hole;
    exact &&= part?.exact === true;
    if (text.length > maxText) break;
  }
  addRaw(node.end - 1);
  return plain(text, exact, node);
}

function readNumber(text: string): Value | undefined {
  const value = Number(text.replaceAll('_', ''));
  return Number.isFinite(value) ? plain(value) : undefined;
}
