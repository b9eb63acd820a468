/** English verb forms from the base form. Irregular ones that matter are listed; the rest follow the rules of spelling. */

export type VerbForm = 'base' | 'third' | 'ing' | 'past';

const irregularPast: ReadonlyMap<string, string> = new Map([
  ['send', 'sent'],
  ['write', 'written'],
  ['run', 'run'],
  ['set', 'set'],
  ['put', 'put'],
  ['sell', 'sold'],
  ['buy', 'bought'],
  ['pay', 'paid'],
  ['get', 'got'],
  ['read', 'read'],
  ['make', 'made'],
  ['build', 'built'],
  ['take', 'taken'],
  ['give', 'given'],
  ['find', 'found'],
  ['withdraw', 'withdrawn'],
]);

const doubling = /(^|[^aeiou])[aeiou][bdgmnpt]$/;
const keepsSingle = /(er|en|on|or|it|et|in|al|el|ut)$/;

function doublesLastLetter(base: string): boolean {
  if (!doubling.test(base)) return false;
  return base.length <= 4 || !keepsSingle.test(base) || /(submit|admit|reset|commit|forget)$/.test(base);
}

function stem(base: string): string {
  return doublesLastLetter(base) ? base + base.slice(-1) : base;
}

/** Third person, `-ing` and past participle of an English verb in its base form. */
export function inflect(base: string): Record<Exclude<VerbForm, 'base'>, string> {
  const endsInE = base.endsWith('e') && !base.endsWith('ee');
  const endsInY = /[^aeiou]y$/.test(base);
  const third = endsInY ? `${base.slice(0, -1)}ies` : /(s|x|z|ch|sh|[^aeiou]o)$/.test(base) ? `${base}es` : `${base}s`;
  const ing = endsInE ? `${base.slice(0, -1)}ing` : `${stem(base)}ing`;
  const regularPast = endsInE ? `${base}d` : endsInY ? `${base.slice(0, -1)}ied` : `${stem(base)}ed`;
  return { third, ing, past: irregularPast.get(base) ?? regularPast };
}

/** The singular of an English noun, near enough to look it up; words that are no plural come back as they are. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ses|xes|zes|ches|shes)$/.test(word) && !/(ases|uses|oses)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
