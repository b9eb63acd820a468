/**
 * Tools whose names pass for those of other servers: written with letters, hyphens or digits that only look the same. The same name
 * itself is no finding (every second server has a `search`), nor is the same in another spelling (`sendEmail`, `send_email`).
 */
import { isHidden, showHidden } from '../../schema/hidden-characters.ts';
import type { DefinitionFinding } from '../../schema/verdict.ts';

export interface NamedTool {
  server: string;
  name: string;
}

/** The names of all servers that are used or shown together. */
export interface NameBook {
  /** What is wrong with a tool's name beside the others; undefined for nothing. */
  find(name: string): DefinitionFinding | undefined;
  /** Servers that have a tool whose name passes for another's, sorted. */
  servers(): string[];
}

const longestName = 200;

// Letters of other alphabets, by the small Latin letter that they pass for.
const twins: ReadonlyMap<string, string> = new Map(
  [
    'aаαɑ',
    'bЬв',
    'cсϲ',
    'dԁ',
    'eеҽ',
    'gɡ',
    'hһн',
    'iіιıі',
    'jјϳ',
    'kкκ',
    'lӏⅼ',
    'mм',
    'nпη',
    'oоοօ',
    'pрρ',
    'qԛ',
    'sѕ',
    'tтτ',
    'uυս',
    'vνѵ',
    'wԝѡ',
    'xхχ',
    'yуγү',
    'zᴢ',
    '-‐‑‒–—−',
    '_ˍ＿',
  ].flatMap((row) => [...row].slice(1).map((twin): [string, string] => [twin, row[0] ?? ''])),
);
const plain = /^[\x20-\x7e]*$/;

/** The name as the eye takes it: without what is not seen, in plain letters, small. */
function toShape(name: string): string {
  let shape = '';
  for (const character of name.slice(0, longestName).normalize('NFKC').toLowerCase()) {
    if (!isHidden(character.codePointAt(0) ?? 0)) shape += twins.get(character) ?? character;
  }
  // A nought or a one between letters, where it passes for a letter.
  return shape.replace(/(?<=[a-z])0(?=[a-z])/g, 'o').replace(/(?<=[a-z])1(?=[a-z_-]|$)|(?<=^|[_-])1(?=[a-z])/g, 'l');
}

/** A name that is not what it looks like. */
function isDisguised(name: string, shape: string): boolean {
  return name.slice(0, longestName).toLowerCase() !== shape;
}

/**
 * Which of two servers came first is nobody's to know: the plain name is the one that is passed for. A disguised name that looks like
 * nobody's is only odd, and `look-alike-letters` says so.
 */
export function makeNameBook(tools: Iterable<NamedTool>): NameBook {
  const plainNames = new Map<string, Set<string>>();
  const disguised: { server: string; shape: string }[] = [];
  for (const { server, name } of tools) {
    const shape = toShape(name);
    if (isDisguised(name, shape)) disguised.push({ server, shape });
    else plainNames.set(shape, (plainNames.get(shape) ?? new Set()).add(server));
  }
  return {
    find(name) {
      const shape = toShape(name);
      const servers = isDisguised(name, shape) ? plainNames.get(shape) : undefined;
      return servers && describeLookAlike(name, shape, [...servers].sort());
    },
    servers: () =>
      [...new Set(disguised.filter(({ shape }) => plainNames.has(shape)).map(({ server }) => server))].sort(),
  };
}

function describeLookAlike(name: string, shape: string, servers: readonly string[]): DefinitionFinding {
  const shown = servers.slice(0, 2).map(showHidden).join(' and ');
  const more = servers.length > 2 ? ` and ${servers.length - 2} more` : '';
  return {
    id: 'shadowing',
    severity: plain.test(name) ? 'warning' : 'alarm',
    message: `The name is written so that it passes for “${showHidden(shape)}”, a tool of ${shown}${more}.`,
    pointer: '/name',
    quote: name.slice(0, longestName),
  };
}
