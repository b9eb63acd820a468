/**
 * Lists as text or Markdown. In Markdown a server stands in an item of a list or in a row of a table, and the first repository or
 * package in it is the server; what stands in prose, headings and pictures is not. Text nobody wrote for us: expressions are linear.
 */
import { type ListedSubject, readAddress } from './read-address.ts';

export interface ListedLine {
  subject: ListedSubject;
  /** The link's own text, where it has one. */
  label: string | undefined;
  description: string | undefined;
}

const longestLine = 10_000;
/** A link of Markdown, or an address or a name that stands by itself. */
const mention =
  /\[([^[\]\n]{1,200})\]\((https?:\/\/[^\s()<>]{1,1000})\)|(https?:\/\/[^\s()<>"'`|\]]{1,1000})|(?<![\w/])((?:npm|pypi|pkg):[^\s()<>"'`|\]]{1,500})/g;

export function readText(text: string): ListedLine[] {
  const lines = text.split(/\r?\n/).filter((line) => line.length <= longestLine);
  const items = lines.filter((line) => /^\s*(?:[-*+]|\d{1,4}[.)])\s|^\s*\|/.test(line));
  const isMarkdown = items.some((line) => /\]\(https?:/.test(line));
  return isMarkdown ? items.flatMap((line) => readMentions(line).slice(0, 1)) : lines.flatMap(readPlainLine);
}

function readPlainLine(line: string): ListedLine[] {
  return readMentions(line.replace(/^\s*(#|\/\/).*$/, ''));
}

function readMentions(line: string): ListedLine[] {
  const plain = line.replace(/!\[[^[\]\n]{0,200}\]\([^()\s]{0,1000}\)/g, ' ');
  return [...plain.matchAll(mention)].flatMap((match) => {
    const subject = readAddress((match[2] ?? match[3] ?? match[4] ?? '').replace(/[.,;:!]+$/, ''));
    if (subject === undefined) return [];
    const label = match[1]?.replace(/[*_`]/g, '').trim();
    return [{ subject, label: label || undefined, description: describe(plain.slice(match.index + match[0].length)) }];
  });
}

/** What follows the link behind a dash or a colon, without further links and marks. */
function describe(rest: string): string | undefined {
  const after = /^[^\n]{0,300}?\s[-–—:]\s+(.+)$/.exec(rest)?.[1];
  const words = after
    ?.replace(/\[([^[\]]{0,200})\]\([^()]{0,1000}\)/g, '$1')
    .replace(/[*_`|]/g, '')
    .trim()
    .slice(0, 300);
  return words || undefined;
}
