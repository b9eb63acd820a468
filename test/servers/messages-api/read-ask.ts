/** Reads a request as the model would: the tools between the fences, by their ids. */
import type { MessageParams } from './check-request.ts';

export interface AskedTool {
  id: string;
  name: string;
  description: string;
  /** What stood between the fences, verbatim. */
  text: string;
}

export interface Ask {
  params: MessageParams;
  message: string;
  tools: AskedTool[];
  /** How many requests for a message came before it. */
  number: number;
}

function readTool(id: string, text: string): AskedTool {
  const shown = JSON.parse(text) as { definition?: { name?: unknown; description?: unknown } }; // written by our own request
  const field = (value: unknown) => (typeof value === 'string' ? value : '');
  return { id, text, name: field(shown.definition?.name), description: field(shown.definition?.description) };
}

/** Only lines that hold the fence word begin or end anything, as the prompt says. */
export function readAsk(params: MessageParams, number: number): Ask {
  const message = params.messages[0]?.content ?? '';
  const fence = /fence word of this message is ([0-9a-z]+)\./.exec(message)?.[1] ?? '';
  const lines = message.split('\n');
  const tools: AskedTool[] = [];
  for (const [index, line] of lines.entries()) {
    const id = line.startsWith(`[${fence} begin `) ? line.slice(fence.length + 8, -1) : undefined;
    if (id !== undefined && id !== 'server') tools.push(readTool(id, lines[index + 1] ?? ''));
  }
  return { params, message, tools, number };
}
