/** Values of a selecting parameter that its schema leaves to prose: "'list' (all of them), 'install' (…)" or "One of: get, set". */
import type { DeclaredValue, Parameter } from '../reading/parameters.ts';

const longestSearched = 1_000;
const mostValues = 40;
// A list that goes on names examples, and says nothing of the rest.
const isOpen = /\b(?:e\.?g|etc|such as|for example|for instance|like|and more|among others)\b/i;
const value = '[A-Za-z][A-Za-z0-9_-]{1,30}';
const quoted = new RegExp(`['"\`“‘](${value})['"\`”’]`, 'g');
const bulleted = new RegExp(`^[ \\t]{0,8}[-*•][ \\t]{1,3}['"\`]?(${value})['"\`]?[ \\t]{0,3}[:–—-]`, 'gm');
const listed = new RegExp(
  `(?:one of|options?|values?|actions?|operations?|commands?|[(:])[ \\t]{0,3}[:([]{0,2}[ \\t]{0,3}(${value}(?:[ \\t]{0,2}(?:[,|/]|,? or)[ \\t]{1,3}${value}|\\|${value}){1,30})`,
  'i',
);

function findListed(text: string): string[] {
  return (
    listed
      .exec(text)?.[1]
      ?.split(/\s*[,|/]\s*(?:or\s+)?|\s+or\s+/)
      .filter((word) => word !== '') ?? []
  );
}

/** None where fewer than two are named, or the list is said to go on. Quotes and bullets count before bare words. */
export function findDescribedValues(parameter: Parameter): DeclaredValue[] {
  const text = parameter.description?.slice(0, longestSearched) ?? '';
  if (isOpen.test(text)) return [];
  const marked = [quoted, bulleted].map((pattern) => [...text.matchAll(pattern)].flatMap(([, word]) => word ?? []));
  const found = [...marked, findListed(text)].find((words) => new Set(words).size >= 2) ?? [];
  const pointer = `${parameter.pointer}/description`;
  return [...new Set(found)].slice(0, mostValues).map((each) => ({ value: each, pointer }));
}
