/** What the code behind a tool was seen to do: its own calls, and those of the repository's functions it calls. */
import type { HandlerEvidence } from '../../schema/snapshot.ts';
import type { Json } from '../../schema/tool-definition.ts';
import type { Selector } from '../../schema/verdict.ts';
import { branchSelectors } from './branch-selectors.ts';
import { joinSelectors } from './choose-selectors.ts';
import { readSqlVerb } from './sql-verb.ts';
import { descend, type SyntaxNode, textOf } from './syntax-tree.ts';
import { readToolProperties } from './tool-properties.ts';

const maxEvidence = 40;
const maxQuote = 200;
/** Functions between the tool and the call that acts. */
const maxLevels = 2;
const maxCalls = 2000;
/** Characters of a function in which the filling of a variable is looked for. */
const maxSearched = 50_000;
const databaseCall = /(^|[.:])\w*(exec|query|prepare|execute|sql|statement|update)\w*$/i;

/** A call as it is written: `db.Exec`, `new ProcessBuilder`, and its arguments. */
export interface CallReading {
  callee: string;
  args: readonly SyntaxNode[];
}

export type Effect = Pick<HandlerEvidence, 'kind' | 'verb'>;
/** Which callees act, and how; a function looks at the arguments. */
export type EffectRule = readonly [
  RegExp,
  HandlerEvidence['kind'],
  string | ((call: CallReading) => string | undefined),
];

export interface EvidenceLanguage {
  readCall(node: SyntaxNode): CallReading | undefined;
  rules: readonly EffectRule[];
  /** Callees that send a statement to a database; one that is not written in the source may be any. */
  sendsSql: RegExp;
  /** The value of an argument, where it is a text. */
  text(node: SyntaxNode): string | undefined;
  /** Bodies of the repository's function that is called. */
  bodies(node: SyntaxNode): readonly SyntaxNode[];
}

interface Body {
  node: SyntaxNode;
  level: number;
  /** Values of a parameter that lead into it; empty where all do. */
  when: readonly Selector[];
}

/** With the tool's input schema the evidence says which value of a parameter leads to it. */
export function collectEvidence(
  language: EvidenceLanguage,
  bodies: readonly SyntaxNode[],
  inputSchema?: Json,
): HandlerEvidence[] {
  const evidence: HandlerEvidence[] = [];
  const properties = readToolProperties(inputSchema);
  const visited = new Set<string>();
  const queue: Body[] = bodies.map((node) => ({ node, level: 0, when: [] }));
  let calls = 0;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const asking = { properties, around: textOf(next.node).slice(0, maxSearched), listed: next.level > 0 };
    for (const node of descend(next.node)) {
      const call = language.readCall(node);
      if (call === undefined) continue;
      if (evidence.length >= maxEvidence || ++calls > maxCalls) return evidence;
      const when = joinSelectors(next.when, branchSelectors(node, next.node, asking));
      if (when === undefined) continue;
      const effect = readEffect(language, call);
      if (effect) {
        const quote = textOf(node).slice(0, maxQuote);
        const found = { ...effect, quote, file: node.source.path, line: node.line };
        evidence.push(...(when.length === 0 ? [found] : when.map((one) => ({ ...found, when: one }))));
      } else if (next.level < maxLevels) {
        for (const body of language.bodies(node)) {
          // Another value may lead to another call in it.
          const key = JSON.stringify([body.source.path, body.start, when]);
          if (!visited.has(key)) queue.push({ node: body, level: next.level + 1, when });
          visited.add(key);
        }
      }
    }
  }
  return evidence.slice(0, maxEvidence);
}

function readEffect(language: EvidenceLanguage, call: CallReading): Effect | undefined {
  for (const [pattern, kind, verb] of language.rules) {
    if (!pattern.test(call.callee)) continue;
    const found = typeof verb === 'string' ? verb : verb(call);
    if (found !== undefined) return { kind, verb: found };
  }
  if (!databaseCall.test(call.callee)) return undefined;
  const texts = call.args.slice(0, 3).map((argument) => language.text(argument));
  const verb = texts.map((text) => text && readSqlVerb(text)).find((found) => found !== undefined && found !== '');
  if (verb !== undefined) return { kind: 'sql', verb };
  const isOpen = call.args.length > 0 && texts.every((text) => text === undefined);
  return isOpen && language.sendsSql.test(call.callee) ? { kind: 'sql', verb: 'any' } : undefined;
}

/** A callee without the line breaks and spaces of a long chain; its end where it is very long. */
export function writeCallee(node: SyntaxNode): string {
  return textOf(node).slice(-300).replace(/\s+/g, '');
}
