/** What the local API can be told to answer. */
import type { Ask, AskedTool } from './read-ask.ts';

export type Reply =
  /** `text` is the model's text, whatever it is. */
  | { kind: 'message'; text: string; stop?: string; usage?: unknown; details?: unknown }
  | { kind: 'status'; status: number; headers?: Record<string, string>; type?: string }
  /** A body that is no message. */
  | { kind: 'body'; body: string }
  /** The connection is closed without an answer. */
  | { kind: 'drop' }
  /** Nothing, ever. */
  | { kind: 'silence' }
  /** In a batch alone. */
  | { kind: 'expired' }
  | { kind: 'canceled' };

export type Item = Record<string, unknown>;

/** A whole answer for one tool: a plain read that quotes the tool's name, changed where a test says so. */
export function item(tool: Pick<AskedTool, 'id' | 'name'>, changes: Item = {}): Item {
  return {
    id: tool.id,
    category: 'read',
    outcome: 'benign',
    destination: 'system',
    sensitivity: 'none',
    scope: 'one',
    power: 'none',
    openInput: [],
    untrustedOutput: false,
    movesMoney: false,
    metaTool: false,
    operations: [],
    evidence: [{ pointer: '/name', quote: tool.name, says: 'its name' }],
    rationale: 'It hands back what it finds.',
    confidence: 0.95,
    ...changes,
  };
}

export function answerWith(items: readonly Item[]): Reply {
  return { kind: 'message', text: JSON.stringify({ tools: items }) };
}

/** One item per tool, changed by what `judge` says of it. */
export function answerEach(ask: Ask, judge: (tool: AskedTool) => Item = () => ({})): Reply {
  return answerWith(ask.tools.map((tool) => item(tool, judge(tool))));
}

export const refusal: Reply = {
  kind: 'message',
  text: '',
  stop: 'refusal',
  details: { type: 'refusal', category: 'cyber', explanation: null },
};

export const cutOff: Reply = { kind: 'message', text: '{"tools":[{"id":"t1","cat', stop: 'max_tokens' };

export function status(code: number, headers: Record<string, string> = {}): Reply {
  return { kind: 'status', status: code, headers };
}
