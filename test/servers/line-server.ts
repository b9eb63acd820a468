/** JSON-RPC by hand, for servers that do what no SDK would. */
import { createInterface } from 'node:readline';

export interface Message {
  id?: string | number;
  method?: string;
  params?: { cursor?: string; protocolVersion?: string };
  result?: unknown;
  error?: unknown;
}

/** An answer, or undefined for none. */
export type Answer = { result: unknown } | { error: { code: number; message: string } } | undefined;

export const sheep = { name: 'count_sheep', description: 'Counts sheep.', inputSchema: { type: 'object' } };

export function send(message: object): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

/** Answers `initialize` by itself and everything else by `answer`. */
export function serve(
  answer: (message: Message) => Answer | Promise<Answer>,
  capabilities: object = { tools: {} },
): void {
  createInterface({ input: process.stdin }).on('line', async (line) => {
    const message: Message = JSON.parse(line);
    const given = message.method === 'initialize' ? { result: greet(capabilities) } : await answer(message);
    if (given !== undefined && message.id !== undefined) send({ id: message.id, ...given });
  });
}

function greet(capabilities: object): object {
  return { protocolVersion: '2025-06-18', capabilities, serverInfo: { name: 'by-hand', version: '0.0.1' } };
}

export const unknownMethod: Answer = { error: { code: -32601, message: 'Method not found' } };

/** Lists these tools and knows nothing else. */
export function listTools(tools: readonly unknown[]): (message: Message) => Answer {
  return ({ method }) => (method === 'tools/list' ? { result: { tools } } : unknownMethod);
}
