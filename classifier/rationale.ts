/** Says in plain sentences what a verdict rests on. Made from the same facts as the badge, so the two cannot disagree. */
import { type Category, rankedCategories } from '../schema/taxonomy.ts';
import { type CategoryJudgement, categoryOf } from './judgement/category.ts';
import type { JudgedOperation } from './operations/judge-operations.ts';
import type { Indication } from './signals/define-signal.ts';
import type { Observed } from './signals/run-signals.ts';

export interface RationaleFacts {
  judgement: CategoryJudgement;
  category: Category;
  why: string;
  operations: readonly JudgedOperation[];
  /** The name of the parameter that chooses the operation. */
  chooser: string | undefined;
  observed: readonly Observed[];
  hasDescription: boolean;
  /** Whether it passes on commands that it does not declare. */
  hidesCommands: boolean;
  scope: 'one' | 'many' | 'all';
  untrustedOutput: boolean;
  /** What the words' first reading gave, where the model found another category likelier. */
  firstReading: Category | undefined;
}

const deeds: Partial<Record<Indication, string>> = {
  reads: 'It looks something up and changes nothing',
  computes: 'It works something out from what it is given and changes nothing',
  writes: 'It creates or changes stored data',
  'writes-file': 'It can write a file where the caller says',
  deletes: 'It deletes',
  runs: 'It sets something running',
  'changes-lifecycle': 'It starts, stops or resumes something',
  'messages-people': 'It sends something to people',
  actuates: 'It acts on a screen or a device',
  'moves-money': 'It moves money',
  'changes-access': 'It changes who may do what',
  'accepts-shell': 'It takes a command line',
  'accepts-sql': 'It takes a database statement',
  'accepts-code': 'It takes code',
  'reaches-tools': 'It calls other tools',
  'assures-reading': 'It says of itself that it changes nothing',
  previews: 'It only shows what would happen',
  'claims-reading': 'Its author declares it read-only, and nothing else is known of it',
  'claims-writing': 'Its author declares that it changes something, and nothing else is known of it',
};

const deedsOfCategory: Record<Exclude<Category, 'unclassified'>, string> = {
  read: 'only reads',
  write: 'changes data',
  execute: 'sets something going',
  destructive: 'deletes',
};

/** `a`, `a and b`, `a, b and c`. */
export function listInWords(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

const longestQuote = 60;

/** A quote on one line and of bounded length, in quotation marks. */
function quoteWord(text: string): string {
  const line = text
    .slice(0, 4 * longestQuote)
    .replace(/\s+/g, ' ')
    .trim();
  return `“${line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line}”`;
}

const places: readonly (readonly [matches: RegExp, name: string])[] = [
  [/^\/name$/, 'its name says'],
  [/^\/title$/, 'its title says'],
  [/\/description$/, 'its description says'],
  [/^\/annotations/, 'its annotations say'],
  [/^\/inputSchema.*\/(enum\/\d+|const)$/, 'one of its values is'],
  [/^\/inputSchema/, 'it has a parameter'],
];

function placeOf({ pointer, source }: Observed): string {
  if (source) return `its source says, at ${source.file}:${source.line},`;
  return places.find(([matches]) => matches.test(pointer))?.[1] ?? 'its definition says';
}

/** `its name says “delete” and its description says “Deletes”`: at most two places, one quote of each. */
function sayWhere(because: readonly Observed[]): string {
  const byPlace = new Map<string, string>();
  for (const observed of because) {
    const place = placeOf(observed);
    if (!byPlace.has(place)) byPlace.set(place, quoteWord(observed.quote));
  }
  return listInWords([...byPlace].slice(0, 2).map(([place, quote]) => `${place} ${quote}`));
}

/** For a category that the model chose: what it takes the tool for, and the other reading that some of its words allow. */
function sayModel({ judgement, category, firstReading }: RationaleFacts): string {
  if (category === 'unclassified') return 'Its words do not settle what it does.';
  const taken = deedsOfCategory[category];
  const fits = judgement.because.filter(({ indicates }) => categoryOf[indicates] === category);
  if (fits.length > 0) return `Taken as a whole it ${taken}: ${sayWhere(fits)}.`;
  if (!firstReading || firstReading === 'unclassified' || judgement.because.length === 0)
    return `No single word settles what it does; all of them weighed together, it most likely ${taken}.`;
  const where = sayWhere(judgement.because);
  return `By some of its words it ${deedsOfCategory[firstReading]} (${where}); all of them weighed together, it most likely ${taken}.`;
}

function sayDeed(facts: RationaleFacts): string {
  const { judgement, firstReading } = facts;
  if (firstReading !== undefined) return sayModel(facts);
  const first = judgement.because[0];
  if (!first) return 'Neither its name nor its description says what it does, so it cannot be classified.';
  return `${deeds[first.indicates] ?? 'It does something'}: ${sayWhere(judgement.because)}.`;
}

const mostNamed = 6;

function sayOperations(operations: readonly JudgedOperation[], chooser: string): string {
  const groups = rankedCategories.flatMap((category) => {
    const values = operations
      .filter((operation) => operation.category === category)
      .map(({ selector }) => selector.value);
    if (values.length === 0) return [];
    const named = values.slice(0, mostNamed).map((value) => quoteWord(String(value)));
    const rest = values.length - named.length;
    return [`it ${deedsOfCategory[category]} with ${listInWords(rest > 0 ? [...named, `${rest} more`] : named)}`];
  });
  if (groups.length === 0)
    return `What it does is chosen by ${quoteWord(chooser)}, and none of the values says enough to classify it.`;
  return `What it does is chosen by ${quoteWord(chooser)}: ${groups.join('; ')}.`;
}

function sayExtras(facts: RationaleFacts): string[] {
  const { observed, scope, category } = facts;
  const find = (indication: Indication) =>
    observed.find(({ indicates, weight }) => indicates === indication && weight !== 'aside');
  const extras: string[] = [];
  const warning = find('cannot-be-undone');
  if (warning && category !== 'read') extras.push(`Its author warns: ${quoteWord(warning.quote)}.`);
  const many = find('reaches-many');
  if (scope === 'all' && category !== 'read') {
    extras.push(
      many ? `One call reaches everything at once: ${quoteWord(many.quote)}.` : 'One call reaches everything at once.',
    );
  }
  if (facts.untrustedOutput)
    extras.push('What it returns was written by strangers and may hold instructions to the model.');
  return extras;
}

function sayDoubt(facts: RationaleFacts): string[] {
  const { judgement, hasDescription, hidesCommands, operations, category, firstReading } = facts;
  const doubts: string[] = [];
  const { basis, otherwise } = judgement;
  if (
    (basis === 'name-stronger' || basis === 'description-stronger') &&
    otherwise &&
    firstReading === undefined &&
    operations.length === 0 &&
    category !== 'unclassified'
  ) {
    const [strong, mild] = basis === 'name-stronger' ? ['name', 'description'] : ['description', 'name'];
    doubts.push(
      `Its ${mild} alone would make it milder; where ${mild} and ${strong} disagree, the more dangerous counts.`,
    );
  }
  if (basis === 'weak-words' && operations.length === 0 && firstReading === undefined)
    doubts.push('The words leave room for doubt.');
  if (!hasDescription) doubts.push('It has no description, so this should be looked at by a person.');
  if (hidesCommands) doubts.push('Which commands it takes is not declared, so this should be looked at by a person.');
  return doubts;
}

// They repeat what the first sentence says.
const plainReasons: ReadonlySet<string> = new Set(['It only reads.', 'It changes stored data.']);

export function writeRationale(facts: RationaleFacts): string {
  const { operations, chooser, category, why } = facts;
  const lead = operations.length > 0 && chooser !== undefined ? sayOperations(operations, chooser) : sayDeed(facts);
  const isSaid = lead.startsWith(why.replace(/\.$/, '')) || (operations.length === 0 && plainReasons.has(why));
  const saysWhy = category !== 'unclassified' && !isSaid;
  const sentences = [lead, ...(saysWhy ? [why] : []), ...sayExtras(facts), ...sayDoubt(facts)];
  return [...new Set(sentences)].join(' ');
}
