/** A reply as the API's JSON, its usage counted from the lengths of the texts. */
import type { Ask } from './read-ask.ts';
import type { Reply } from './replies.ts';

export const charactersPerToken = 3;

function count(text: string): number {
  return Math.ceil(text.length / charactersPerToken);
}

/** `cached` holds the system prompts seen so far, as the API's prompt cache does. */
export function makeMessage(reply: Reply & { kind: 'message' }, ask: Ask, cached: Set<string>): unknown {
  const system = ask.params.system?.map(({ text }) => text).join('') ?? '';
  const key = `${ask.params.model}\n${system}`;
  const isCached = cached.has(key);
  cached.add(key);
  const forHour = ask.params.system?.[0]?.cache_control?.ttl === '1h';
  const written = isCached ? 0 : count(system);
  const usage = reply.usage ?? {
    input_tokens: count(ask.message),
    output_tokens: count(reply.text) + 50,
    cache_creation_input_tokens: written,
    cache_read_input_tokens: isCached ? count(system) : 0,
    cache_creation: {
      ephemeral_5m_input_tokens: forHour ? 0 : written,
      ephemeral_1h_input_tokens: forHour ? written : 0,
    },
  };
  return {
    id: `msg_${ask.number}`,
    type: 'message',
    role: 'assistant',
    model: ask.params.model,
    content: [
      { type: 'thinking', thinking: '', signature: 'x' },
      { type: 'text', text: reply.text },
    ],
    stop_reason: reply.stop ?? 'end_turn',
    stop_details: reply.details ?? null,
    stop_sequence: null,
    usage,
  };
}
