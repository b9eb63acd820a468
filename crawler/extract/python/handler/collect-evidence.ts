/** What the code behind a tool was seen to do: its own calls, and those of the repository's functions it calls. */
import type { HandlerEvidence } from '../../../../schema/snapshot.ts';
import { childAt, descend, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import type { Project } from '../project.ts';
import { resolveEntity } from '../resolve.ts';
import { type Module, scopeAt } from '../scope.ts';
import { givenTexts, isRuledOut } from './branches.ts';
import { classifyCall } from './classify-call.ts';

const maxEvidence = 40;
const maxQuote = 200;
/** Functions between the tool and the call that acts. */
const maxLevels = 2;
const maxCalls = 2000;

interface Body {
  node: SyntaxNode;
  module: Module;
  level: number;
  /** Parameters that were given a plain text where the function was called. */
  given: ReadonlyMap<string, string>;
}

/** `nodes` are the bodies to look through, all of one module. */
export function collectEvidence(project: Project, module: Module, nodes: readonly SyntaxNode[]): HandlerEvidence[] {
  const evidence: HandlerEvidence[] = [];
  const visited = new Set<SyntaxNode>();
  const queue: Body[] = nodes.map((node) => ({ node, module, level: 0, given: new Map() }));
  let calls = 0;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const call of callsIn(next.node, next.given)) {
      if (evidence.length >= maxEvidence || ++calls > maxCalls) return evidence;
      const scope = scopeAt(next.module, call);
      const effect = classifyCall(project, call, scope);
      if (effect) {
        evidence.push({ ...effect, quote: quoteOf(call), file: call.source.path, line: call.line });
        continue;
      }
      const callee = next.level < maxLevels ? childAt(call, 'function') : undefined;
      const entity = callee && resolveEntity(project, callee, scope);
      const body = entity?.kind === 'function' ? childAt(entity.node, 'body') : undefined;
      if (entity?.kind !== 'function' || body === undefined || visited.has(body)) continue;
      const given = givenTexts(project, entity, call, scope);
      // A second call may take another branch.
      if (given.size === 0) visited.add(body);
      queue.push({ node: body, module: entity.module, level: next.level + 1, given });
    }
  }
  return evidence;
}

/** Calls below a node that can be reached; a function defined inside counts, since it is there to be called. */
function* callsIn(node: SyntaxNode, given: ReadonlyMap<string, string>): Generator<SyntaxNode> {
  const enter = (below: SyntaxNode) => given.size === 0 || !isRuledOut(below, given);
  for (const below of descend(node, enter)) if (below.type === 'call') yield below;
}

/** The call as it is written, its beginning where it is long. */
function quoteOf(call: SyntaxNode): string {
  return textOf(call).slice(0, maxQuote);
}
