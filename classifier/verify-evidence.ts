/** A quote that is not there word for word is refused, whoever says it. */
import { fromPointer, resolvePointer } from '../schema/json-pointer.ts';
import type { HandlerEvidence } from '../schema/snapshot.ts';
import type { Evidence } from '../schema/verdict.ts';

/** Whether the quote stands where it is said to: in the text at the pointer, as the value there, or as the key itself. */
export function isQuoted(evidence: Evidence, definition: unknown, handler: readonly HandlerEvidence[]): boolean {
  const { pointer, file, line, quote } = evidence;
  if (quote === '') return false;
  if (file !== undefined)
    return handler.some((one) => one.file === file && one.line === line && one.quote.includes(quote));
  if (pointer === undefined) return false;
  const value = resolvePointer(definition, pointer);
  if (value === undefined) return false;
  if (typeof value === 'string' && value.includes(quote)) return true;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value) === quote;
  return typeof value === 'object' && fromPointer(pointer).at(-1)?.includes(quote) === true;
}
