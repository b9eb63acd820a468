/** Reads the names of environment variables out of a complaint. */

/** Enough for every server seen; a list longer than this is a help text, not a complaint. */
const maxNames = 12;

const name = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g;
const namedAlone =
  /(?:process\.env\.|environment variables?:?\s+[`'"]?|env vars?:?\s+[`'"]?)([A-Z][A-Z0-9_]{2,60})\b|\b([A-Z][A-Z0-9_]{2,60})[`'"]?\s+(?:environment variable|env var)/g;
const demand =
  /\b(?:required?|requires|missing|must|set|unset|provided?|specify|specified|expected|undefined|configure|not (?:found|defined|configured)|environment variables?|env vars?)\b/i;
const itemLine = /^[\s"'`*•–—\d.)[\]-]*[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/;
const stackFrame = /^\s+at\s/;
// Names of errors and of Node.js's own settings look like variables.
const notVariables =
  /^(?:ERR|DEP|NODE|UV|MODULE|NPM|UNHANDLED|INVALID|HTTP|JSON|UND)_|_(?:ERROR|ERR|FOUND|FAILED|EXCEPTION|MISSING|INVALID|REQUIRED|REJECTION|FAILURE)$/;

/** Names on lines that demand something, and in the lists that follow or precede such a line. In order, without repeats. */
export function findDemandedVariables(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.length < 2_000 && !stackFrame.test(line));
  const demanding = lines.map((line) => demand.test(line));
  const found = new Set<string>();
  lines.forEach((line, index) => {
    const nearDemand = demanding.slice(Math.max(0, index - 6), index + 5).some(Boolean);
    if (!demanding[index] && !(nearDemand && itemLine.test(line))) return;
    for (const [match] of line.matchAll(name)) if (!notVariables.test(match)) found.add(match);
    for (const match of line.matchAll(namedAlone)) {
      const alone = match[1] ?? match[2];
      if (alone !== undefined && !notVariables.test(alone)) found.add(alone);
    }
  });
  return [...found].slice(0, maxNames);
}

/** `must start with "sk-"`, `expected sk_*` and the like: what a dummy has to begin with. */
export function findDemandedPrefix(text: string): string | undefined {
  const match = /(?:must|should) (?:start|begin) with[:\s]+(?:[`'"]([^`'"\s]{1,30})[`'"]|([\w:/.-]{1,30}))/i.exec(text);
  const pattern = /\bexpected:? [`'"]?([a-z]{2,8}[_-])\*/i.exec(text);
  return match?.[1] ?? match?.[2] ?? pattern?.[1];
}
