/** Entries in YAML: one or more documents, each an entry or a list of entries. JSON is read as well, being YAML. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  visit,
} from 'yaml';
import { checkEntry, type EntryFault } from './check-entry.ts';
import { type FileEntries, placeError } from './list-error.ts';

export function readYamlEntries(text: string, file: string): FileEntries {
  const lines = new LineCounter();
  let documents: Document.Parsed[];
  try {
    const parsed = parseAllDocuments(text, {
      lineCounter: lines,
      prettyErrors: false,
      stringKeys: true,
      version: '1.2',
    });
    documents = Array.isArray(parsed) ? [...parsed] : [];
  } catch {
    // The parser recurses, and a file made to nest without end overflows it.
    return { entries: [], errors: [placeError(file, undefined, 'cannot be read as YAML; does it nest very deeply?')] };
  }
  const found: FileEntries = { entries: [], errors: [] };
  for (const document of documents) readDocument(document, file, lines, found);
  return found;
}

function readDocument(document: Document.Parsed, file: string, lines: LineCounter, found: FileEntries): void {
  const lineAt = (offset: number | undefined) => lines.linePos(offset ?? document.range[0]).line;
  const complain = (offset: number | undefined, message: string) =>
    found.errors.push(placeError(file, lineAt(offset), message));
  for (const { pos, message } of document.errors) complain(pos[0], `not valid YAML: ${message}`);
  if (document.errors.length > 0 || document.contents === null) return;

  // An alias can make a small file large without end, and a list of servers needs none.
  const alias = findAlias(document);
  if (alias !== undefined) {
    complain(alias.range?.[0], 'an alias (*name) is not taken here; write the value out');
    return;
  }
  const items = isSeq(document.contents) ? document.contents.items : [document.contents];
  for (const item of items) {
    if (!isNode(item)) continue;
    const checked = checkEntry(item.toJS(document));
    if ('entry' in checked) found.entries.push({ entry: checked.entry, file, line: lineAt(item.range?.[0]) });
    else for (const fault of checked.faults) complain(findOffset(item, fault), fault.message);
  }
}

function findAlias(document: Document.Parsed): Node | undefined {
  let alias: Node | undefined;
  visit(document, (_key, node) => {
    if (!isAlias(node)) return undefined;
    alias = node;
    return visit.BREAK;
  });
  return alias;
}

function findOffset(item: Node, { key }: EntryFault): number | undefined {
  const pair = isMap(item)
    ? item.items.find((member) => isScalar(member.key) && String(member.key.value) === key)
    : undefined;
  return (isNode(pair?.key) ? pair.key.range?.[0] : undefined) ?? item.range?.[0];
}
