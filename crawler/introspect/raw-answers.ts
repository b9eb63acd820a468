/**
 * Keeps the answers to `tools/list` exactly as they came. The SDK checks answers against the protocol's schema, drops fields it does
 * not know and, from 2026-07-28 on, refuses a whole list for one malformed tool; a crawler must lose neither.
 */
import type { Transport } from '@modelcontextprotocol/client';
import { isJsonObject, type JsonObject } from '../../schema/tool-definition.ts';

export interface RawAnswers {
  /** The result of the most recent `tools/list`, taken away by reading it; undefined where there was none. */
  take(): JsonObject | undefined;
}

/** Attach before the client connects. */
export function keepRawAnswers(transport: Transport): RawAnswers {
  let asked: unknown;
  let result: JsonObject | undefined;
  const send = transport.send.bind(transport);
  transport.send = (message, options) => {
    if ('method' in message && message.method === 'tools/list' && 'id' in message) {
      asked = message.id;
      result = undefined;
    }
    return send(message, options);
  };
  // The SDK calls a handler that is there before its own.
  transport.onmessage = (message) => {
    if (asked === undefined || !('id' in message) || message.id !== asked || 'method' in message) return;
    // The first answer counts, as it does for any client.
    asked = undefined;
    if ('result' in message && isJsonObject(message.result)) result = message.result;
  };
  return {
    take() {
      const taken = result;
      result = undefined;
      return taken;
    },
  };
}
