/**
 * Goes through what handles a tool, and through the functions of the server that it calls, with the values that names have there:
 * the tool's arguments among them, so that a call can be said to depend on one.
 */
import type { HandlerEvidence } from '../../../../schema/snapshot.ts';
import type { JsonObject } from '../../../../schema/tool-definition.ts';
import type { Selector } from '../../../../schema/verdict.ts';
import { joinSelectors } from '../../choose-selectors.ts';
import { childAt, descend, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { enterFunction } from '../call-function.ts';
import type { Place } from '../evaluate.ts';
import { evaluateArguments } from '../evaluate-call.ts';
import type { FunctionValue } from '../value.ts';
import { calledFunctions } from './called-functions.ts';
import { readEffect } from './read-effect.ts';
import { whenReached } from './when.ts';

const maxEvidence = 40;
const maxQuote = 200;
/** Functions between the tool and the call that acts. */
const maxLevels = 3;
const maxCalls = 800;

/** A piece of code that runs for the tool. */
export interface Start {
  place: Place;
  node: SyntaxNode;
}

interface Body extends Start {
  level: number;
  /** Values of an argument that lead into it; empty where all do. */
  when: readonly Selector[];
}

export function collectScriptEvidence(starts: readonly Start[], schema: JsonObject): HandlerEvidence[] {
  const evidence: HandlerEvidence[] = [];
  const visited = new Set<string>();
  const queue = starts.map((start): Body => ({ ...start, level: 0, when: [] }));
  let calls = 0;
  for (let body = queue.shift(); body !== undefined; body = queue.shift()) {
    for (const node of descend(body.node)) {
      if (node.type !== 'call_expression' && node.type !== 'new_expression') continue;
      if (evidence.length >= maxEvidence || ++calls > maxCalls) return mergeEvidence(evidence);
      const here = whenReached(body.place, node, body.node, schema);
      const when = here && joinSelectors(body.when, here);
      if (when === undefined) continue;
      const effect = readEffect(body.place, node);
      if (effect) {
        const quote = textOf(node).slice(0, maxQuote);
        const found = { ...effect, quote, file: node.source.path, line: node.line };
        evidence.push(...(when.length === 0 ? [found] : when.map((one) => ({ ...found, when: one }))));
      } else if (body.level < maxLevels) queue.push(...bodiesBelow({ ...body, when }, node, schema, visited));
    }
  }
  return mergeEvidence(evidence);
}

/** The functions of the server that a call runs. */
function bodiesBelow(body: Body, call: SyntaxNode, schema: JsonObject, visited: Set<string>): Body[] {
  const found: Body[] = [];
  for (const { fn, selected } of calledFunctions(body.place, call, schema)) {
    const when = selected ? joinSelectors(body.when, [selected]) : body.when;
    if (when === undefined) continue;
    const start = enterStart(body.place, fn, call);
    // Another value may lead to another call in it.
    const key = JSON.stringify([fn.node.source.path, fn.node.start, when]);
    if (start === undefined || visited.has(key)) continue;
    visited.add(key);
    found.push({ ...start, level: body.level + 1, when });
  }
  return found;
}

function enterStart(place: Place, fn: FunctionValue, call: SyntaxNode): Start | undefined {
  const node = childAt(fn.node, 'body');
  if (node === undefined) return undefined;
  const env = enterFunction(place.project, fn, evaluateArguments(place, call));
  return { place: { project: place.project, module: fn.module, env }, node };
}

/** What happens in any case needs no second word for the case of one value. */
function mergeEvidence(evidence: readonly HandlerEvidence[]): HandlerEvidence[] {
  const keyOf = ({ kind, verb, file, line, quote }: HandlerEvidence) => JSON.stringify([kind, verb, file, line, quote]);
  const always = new Set(evidence.filter(({ when }) => when === undefined).map(keyOf));
  const seen = new Set<string>();
  const kept = evidence.filter((one) => {
    if (one.when !== undefined && always.has(keyOf(one))) return false;
    const key = `${keyOf(one)} ${JSON.stringify(one.when)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return kept.slice(0, maxEvidence);
}
