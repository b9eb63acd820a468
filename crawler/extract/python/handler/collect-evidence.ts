/** What the code behind a tool was seen to do: its own calls, and those of the repository's functions it calls. */
import type { HandlerEvidence } from '../../../../schema/snapshot.ts';
import type { Selector } from '../../../../schema/verdict.ts';
import { joinSelectors, withoutRefused } from '../../choose-selectors.ts';
import { childAt, descend, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { readArguments } from '../arguments.ts';
import type { Project } from '../project.ts';
import type { FunctionEntity } from '../resolve.ts';
import { type Module, scopeAt } from '../scope.ts';
import { type ArgumentPlaces, passedPlaces } from './argument-places.ts';
import { givenTexts, isRuledOut } from './branches.ts';
import { calledFunctions } from './called-functions.ts';
import { classifyCall } from './classify-call.ts';
import { reachOf } from './when.ts';

const maxEvidence = 40;
const maxQuote = 200;
/** Functions between the tool and the call that acts. */
const maxLevels = 2;
const maxCalls = 2000;

export interface HandlerBody {
  node: SyntaxNode;
  module: Module;
  /** Where its variables hold arguments of the tool. */
  places: ArgumentPlaces;
  /** Values of an argument that lead into it; empty where all do. */
  when: readonly Selector[];
}

interface Body extends HandlerBody {
  level: number;
  /** Parameters that were given a plain text where the function was called. */
  given: ReadonlyMap<string, string>;
  /** The call that says so in words of its own. */
  givenBy: SyntaxNode | undefined;
}

export function collectEvidence(project: Project, bodies: readonly HandlerBody[]): HandlerEvidence[] {
  const evidence: HandlerEvidence[] = [];
  const visited = new Set<string>();
  const queue: Body[] = bodies.map((body) => ({ ...body, level: 0, given: new Map(), givenBy: undefined }));
  let calls = 0;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const call of callsIn(next.node, next.given)) {
      if (evidence.length >= maxEvidence || ++calls > maxCalls) return evidence;
      const scope = scopeAt(next.module, call);
      const { required, refused } = reachOf({ project, scope, places: next.places }, call, next.node);
      const when = withoutRefused(joinSelectors(next.when, required), refused);
      if (when === undefined) continue;
      const effect = classifyCall(project, call, scope, next.given);
      if (effect) {
        // `request(method, url)` says less than the call that names the method.
        const shown = (effect.givenIn === undefined ? undefined : next.givenBy) ?? call;
        const { kind, verb } = effect;
        const found = { kind, verb, quote: quoteOf(shown), file: shown.source.path, line: shown.line };
        evidence.push(...(when.length === 0 ? [found] : when.map((one) => ({ ...found, when: one }))));
        continue;
      }
      if (next.level >= maxLevels) continue;
      for (const { fn, selected } of calledFunctions(project, call, scope, next.places)) {
        const below = enter(project, fn, call, next, joinSelectors(when, selected), visited);
        if (below) queue.push(below);
      }
    }
  }
  return evidence.slice(0, maxEvidence);
}

/** Undefined for a body that was looked through before, or that cannot be reached from here. */
function enter(
  project: Project,
  fn: FunctionEntity,
  call: SyntaxNode,
  from: Body,
  when: readonly Selector[] | undefined,
  visited: Set<string>,
): Body | undefined {
  const node = childAt(fn.node, 'body');
  if (node === undefined || when === undefined) return undefined;
  const scope = scopeAt(from.module, call);
  const given = givenTexts(project, fn, call, scope, from.given);
  // Another value may take another branch.
  const key = JSON.stringify([fn.module.path, node.start, when, [...given]]);
  if (visited.has(key)) return undefined;
  visited.add(key);
  const places = passedPlaces(project, fn, call, scope, from.places);
  const inWords = readArguments(call);
  const says = [...inWords.positional, ...inWords.named.values()].some((argument) => argument.type === 'string');
  const givenBy = says ? call : from.givenBy;
  return { node, module: fn.module, level: from.level + 1, given, givenBy, places, when };
}

/** Calls below a node that can be reached; a function defined inside counts, since it is there to be called. */
function* callsIn(node: SyntaxNode, given: ReadonlyMap<string, string>): Generator<SyntaxNode> {
  const enters = (below: SyntaxNode) => given.size === 0 || !isRuledOut(below, given);
  for (const below of descend(node, enters)) if (below.type === 'call') yield below;
}

/** The call as it is written, its beginning where it is long. */
function quoteOf(call: SyntaxNode): string {
  return textOf(call).slice(0, maxQuote);
}
