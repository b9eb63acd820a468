/** Whether the words of a source are used anywhere: a function that is never mentioned again registers nothing. */

const commentMark = /^\s*(\/\/|\*|\/\*|#)/;

/** True where `name` occurs in code beyond the one place that declares it. */
export function isMentionedAgain(texts: Iterable<string>, name: string): boolean {
  let count = 0;
  for (const text of texts) {
    for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
      if (isWordCharacter(text[at - 1]) || isWordCharacter(text[at + name.length])) continue;
      const line = text.slice(Math.max(text.lastIndexOf('\n', at) + 1, at - 500), at);
      if (commentMark.test(line) || line.includes('//')) continue;
      if (++count > 1) return true;
    }
  }
  return false;
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /\w/.test(character);
}
