/** Strangers' text on a terminal: hidden characters are shown, never sent, and one line stays one line. */
import { styleText } from 'node:util';
import { showHidden } from '../../schema/hidden-characters.ts';
import type { Risk } from '../../schema/taxonomy.ts';

/** The text in one line, cut to `width` columns. Every code point counts as one column. */
export function oneLine(text: string, width = Number.POSITIVE_INFINITY): string {
  // Bounded before the work, so that a description of ten megabytes costs no more than the line it becomes.
  const bounded = Number.isFinite(width) ? text.slice(0, width * 8) : text;
  const flat = [...showHidden(bounded).replace(/\s+/g, ' ').trim()];
  return flat.length <= width ? flat.join('') : `${flat.slice(0, Math.max(0, width - 1)).join('')}…`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

const riskStyles = {
  low: 'green',
  medium: 'yellow',
  high: 'red',
  critical: ['bold', 'red'],
  unrated: 'magenta',
} as const satisfies Record<Risk, Parameters<typeof styleText>[0]>;

export function paintRisk(risk: Risk, text: string = risk): string {
  return styleText(riskStyles[risk], text, { stream: process.stdout });
}

export function dim(text: string): string {
  return styleText('dim', text, { stream: process.stdout });
}

export function bold(text: string): string {
  return styleText('bold', text, { stream: process.stdout });
}
