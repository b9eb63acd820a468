/** What the code behind a tool was seen to do: its own calls, and those of the repository's functions it calls. */
import type { HandlerEvidence } from '../../schema/snapshot.ts';
import { readSqlVerb } from './sql-verb.ts';
import { descend, type SyntaxNode, textOf } from './syntax-tree.ts';

const maxEvidence = 40;
const maxQuote = 200;
/** Functions between the tool and the call that acts. */
const maxLevels = 2;
const maxCalls = 2000;
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

export function collectEvidence(language: EvidenceLanguage, bodies: readonly SyntaxNode[]): HandlerEvidence[] {
  const evidence: HandlerEvidence[] = [];
  const visited = new Set(bodies);
  const queue = bodies.map((node) => ({ node, level: 0 }));
  let calls = 0;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const node of descend(next.node)) {
      const call = language.readCall(node);
      if (call === undefined) continue;
      if (evidence.length >= maxEvidence || ++calls > maxCalls) return evidence;
      const effect = readEffect(language, call);
      if (effect) {
        const quote = textOf(node).slice(0, maxQuote);
        evidence.push({ ...effect, quote, file: node.source.path, line: node.line });
      } else if (next.level < maxLevels) {
        const below = language.bodies(node).filter((body) => !visited.has(body));
        for (const body of below) visited.add(body);
        queue.push(...below.map((body) => ({ node: body, level: next.level + 1 })));
      }
    }
  }
  return evidence;
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
