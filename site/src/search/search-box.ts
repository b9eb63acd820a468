/** Runs in the browser: fetches the index at the first focus, and shows what matches while somebody types. */
import { prepareEntries, type SearchEntry, searchEntries } from './rank.ts';
import { resultElement } from './result-element.ts';
import type { SearchIndex } from './search-index.ts';

const room = 12;

interface Parts {
  root: HTMLElement;
  box: HTMLInputElement;
  list: HTMLElement;
  status: HTMLElement;
}

export function startSearch(page: Document): void {
  const parts = findParts(page);
  if (!parts) return;
  const { root, box, list } = parts;
  let entries: Promise<SearchEntry[]> | undefined;
  const fetchEntries = () => {
    entries ??= fetchIndex(root.dataset.index ?? '');
    entries.catch(() => {
      entries = undefined;
    });
    return entries;
  };
  const update = () => void showMatches(parts, fetchEntries);
  root.hidden = false;
  page.getElementById('search-missing')?.remove();
  box.addEventListener('focus', () => void fetchEntries().catch(() => undefined), { once: true });
  box.addEventListener('input', update);
  box.addEventListener('keydown', (event) => moveByKey(event, parts));
  page.addEventListener('keydown', (event) => focusBySlash(event, box));
  page.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    if (!root.contains(event.target)) close(parts);
    if (event.target.closest('a')?.hash === '#search') {
      event.preventDefault();
      box.focus();
    }
  });
  list.addEventListener('mousedown', (event) => event.preventDefault());
  // No element has this id: going to one would take the focus away again.
  if (page.location.hash === '#search') box.focus();
  if (box.value !== '') update();
}

function findParts(page: Document): Parts | undefined {
  const root = page.getElementById('search-area');
  const box = page.getElementById('search-box');
  const list = page.getElementById('search-results');
  const status = page.getElementById('search-status');
  return root && list && status && box instanceof HTMLInputElement ? { root, box, list, status } : undefined;
}

async function fetchIndex(address: string): Promise<SearchEntry[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`the search index answered ${answer.status}`);
  // Our own file, built with the page.
  return prepareEntries((await answer.json()) as SearchIndex);
}

async function showMatches(parts: Parts, fetchEntries: () => Promise<SearchEntry[]>): Promise<void> {
  const { root, box, list, status } = parts;
  const query = box.value;
  if (query.trim() === '') return close(parts);
  try {
    const entries = await fetchEntries();
    if (box.value !== query) return;
    const { hits, total } = searchEntries(entries, query, room);
    const base = root.dataset.base ?? '';
    const items = hits.map((hit, index) => resultElement(hit, index, base));
    list.replaceChildren(...(items.length > 0 ? items : [note(`Nothing matches “${query.trim()}”.`)]));
    if (total > room) list.append(note(`${total - room} more. Add a word to narrow it down.`));
    status.textContent = total === 1 ? '1 match' : `${total} matches`;
  } catch {
    list.replaceChildren(note('The search index could not be read. Try again, or use the lists below.'));
  }
  list.hidden = false;
  box.setAttribute('aria-expanded', 'true');
  select(parts, undefined);
}

function note(text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'search-note';
  element.textContent = text;
  return element;
}

function close({ box, list }: Parts): void {
  list.hidden = true;
  list.replaceChildren();
  box.setAttribute('aria-expanded', 'false');
  box.removeAttribute('aria-activedescendant');
}

function moveByKey(event: KeyboardEvent, parts: Parts): void {
  const options = [...parts.list.querySelectorAll<HTMLAnchorElement>('[role=option]')];
  const current = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  if (event.key === 'Escape') {
    parts.box.value = '';
    close(parts);
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (options.length === 0) return;
    const step = event.key === 'ArrowDown' ? 1 : current === -1 ? 0 : -1;
    select(parts, options[(current + step + options.length) % options.length]);
  } else if (event.key === 'Enter') {
    options[current === -1 ? 0 : current]?.click();
  } else {
    return;
  }
  event.preventDefault();
}

function select({ box, list }: Parts, chosen: HTMLElement | undefined): void {
  for (const option of list.querySelectorAll('[role=option]')) option.setAttribute('aria-selected', 'false');
  chosen?.setAttribute('aria-selected', 'true');
  chosen?.scrollIntoView({ block: 'nearest' });
  if (chosen) box.setAttribute('aria-activedescendant', chosen.id);
  else box.removeAttribute('aria-activedescendant');
}

function focusBySlash(event: KeyboardEvent, box: HTMLInputElement): void {
  const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  box.focus();
}
