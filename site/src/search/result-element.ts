/** One line of the search's results. Text is set as text, so nothing in a name is markup. */

import type { Risk } from '../../../schema/taxonomy.ts';
import { waterPath } from '../gauge/water-path.ts';
import { riskLabels } from '../taxonomy/risk-labels.ts';
import type { SearchEntry } from './rank.ts';

export function resultElement(entry: SearchEntry, index: number, base: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.id = `search-result-${index}`;
  link.className = 'search-result';
  link.href = `${base}${entry.address}/`;
  link.setAttribute('role', 'option');
  link.setAttribute('aria-selected', 'false');
  link.tabIndex = -1;
  link.append(entry.risk === undefined ? span('quiet small', 'Server') : riskElement(entry.risk));
  link.append(span(entry.kind === 'tool' ? 'name code' : 'name', entry.name), span('server small quiet', entry.server));
  if (entry.sentence !== '') link.append(span('about', entry.sentence));
  return link;
}

function span(className: string, text: string): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

/** The same disc as components/Disc.astro draws. */
function riskElement(risk: Risk): HTMLSpanElement {
  const element = span(`risk ${risk}`, '');
  const disc = svg('svg', { class: 'disc', viewBox: '0 0 24 24', 'aria-hidden': 'true' });
  const water = waterPath(risk);
  if (water !== undefined) disc.append(svg('path', { class: 'water', d: water }));
  disc.append(
    svg('circle', { cx: '12', cy: '12', r: '8', ...(risk === 'unrated' ? { 'stroke-dasharray': '2.4 2.6' } : {}) }),
    svg('path', { d: 'M1 12h22' }),
  );
  element.append(disc, span('visually-hidden', riskLabels[risk]));
  return element;
}

function svg(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
