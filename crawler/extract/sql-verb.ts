const first =
  /^\s*(?:--[^\n]*\n\s*|\/\*[^*]*\*\/\s*)*(SELECT|INSERT|UPDATE|DELETE|DROP|ALTER|CREATE|TRUNCATE|GRANT|REVOKE|MERGE|REPLACE|CALL|EXEC|COPY|VACUUM|MATCH|OPTIONAL|UNWIND|SHOW|DESCRIBE|EXPLAIN|PRAGMA|WITH)\b/i;
/** Words that change something, strongest first. */
const changing = [
  'DROP',
  'TRUNCATE',
  'DELETE',
  'ALTER',
  'GRANT',
  'REVOKE',
  'UPDATE',
  'MERGE',
  'INSERT',
  'REPLACE',
  'CREATE',
  'SET',
];
/** Words that say nothing yet: what follows them reads or changes. */
const opening = new Set(['WITH', 'MATCH', 'OPTIONAL', 'UNWIND', 'CALL', 'EXPLAIN']);

/** The verb that a statement of SQL stands for, or undefined for a text that is none. */
export function readSqlVerb(text: string): string | undefined {
  const verb = first.exec(text.slice(0, 2000))?.[1]?.toUpperCase();
  if (verb === undefined || !opening.has(verb)) return verb;
  const words = new Set(text.slice(0, 20_000).toUpperCase().split(/\W+/));
  return changing.find((word) => words.has(word)) ?? verb;
}
