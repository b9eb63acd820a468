/**
 * Tables whose rows have a name, a description and what is called parameters or a schema, and are no tools: templates, tables of a
 * database. No row has a schema or a handler, only words in place of them, and nothing around the table speaks of tools.
 */
import { ancestorsOf, childAt, type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { textValue, type Value } from '../value.ts';
import type { FoundTool } from './found-tool.ts';

export interface Row {
  tool: FoundTool;
  /** The object that it is written as. */
  node: SyntaxNode;
}

const servesTools = /ListTools|tools\/list|registerTool|addTool|\.tool\s{0,20}\(/;
const maxHead = 300;

/** `text`: of the file; `notes` say what is left out. */
export function leaveOutWordTables(rows: readonly Row[], text: string): { rows: readonly Row[]; notes: string[] } {
  if (servesTools.test(text)) return { rows, notes: [] };
  const tables = new Map<SyntaxNode, Row[]>();
  for (const row of rows) {
    const table = tableOf(row.node);
    const known = tables.get(table);
    if (known) known.push(row);
    else tables.set(table, [row]);
  }
  const left = [...tables].filter(([table, all]) => all.every(({ tool }) => isOfWords(tool)) && !isOfTools(table));
  const gone = new Set(left.flatMap(([, all]) => all));
  return {
    rows: rows.filter((row) => !gone.has(row)),
    notes: left.map(([table, all]) => noteTable(table, all.length)),
  };
}

function noteTable({ source, line }: SyntaxNode, count: number): string {
  const rows = count === 1 ? 'what is named and described' : `the ${count} things that are named and described`;
  return `${source.path}:${line}: ${rows} there have neither a schema nor a handler, and nothing registers them; they are not listed.`;
}

function isOfWords({ inputSchema, handler }: FoundTool): boolean {
  if (handler !== undefined || inputSchema === undefined) return false;
  if (inputSchema.kind !== 'list') return isWord(inputSchema);
  return inputSchema.items.length > 0 && inputSchema.items.every(({ value }) => value !== undefined && isWord(value));
}

/** A schema may be written as a text of JSON. */
function isWord(value: Value): boolean {
  return value.kind === 'plain' && !textValue(value)?.text.trimStart().startsWith('{');
}

/** The list, or the object of objects, around a row; the row itself where it stands alone. */
function tableOf(row: SyntaxNode): SyntaxNode {
  const around = row.parent?.type === 'pair' ? row.parent.parent : row.parent;
  return around !== undefined && /^(array|object)$/.test(around.type) ? around : row;
}

/** By the names and types of what it is kept in. */
function isOfTools(table: SyntaxNode): boolean {
  for (const { ancestor } of ancestorsOf(table)) {
    for (const field of ['name', 'key', 'type', 'return_type']) {
      const named = childAt(ancestor, field);
      if (named && /tool/i.test(textOf(named).slice(0, maxHead))) return true;
    }
    if (/^(as|satisfies)_expression$/.test(ancestor.type) && /tool/i.test(textOf(ancestor).slice(-maxHead)))
      return true;
  }
  return false;
}
