/** Characters that nobody sees, and letters that pass for others. */
import { findHidden } from '../../schema/hidden-characters.ts';
import type { DefinitionFinding } from '../../schema/verdict.ts';
import type { PlacedText } from './texts.ts';

// A joiner within an emoji or an Indic word, and the mark that an editor leaves at the start of a file, hide nothing.
const harmless: ReadonlySet<number> = new Set([0x200d, 0x200c, 0xfeff, 0xad]);

export function findHiddenCharacters(texts: readonly PlacedText[]): DefinitionFinding[] {
  const findings: DefinitionFinding[] = [];
  for (const { pointer, text } of texts) {
    const hidden = findHidden(text).filter(({ codePoint }) => !harmless.has(codePoint));
    const first = hidden[0];
    if (!first) continue;
    const isOrder = hidden.some(
      ({ codePoint }) =>
        (codePoint >= 0x202a && codePoint <= 0x202e) ||
        (codePoint >= 0x2066 && codePoint <= 0x2069) ||
        codePoint >= 0xe0000,
    );
    const code = `U+${first.codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    const count = hidden.length === 1 ? 'one character' : `${hidden.length} characters`;
    findings.push({
      id: 'hidden-characters',
      severity: isOrder ? 'alarm' : 'warning',
      message: `The text holds ${count} that a person does not see, the first ${code}.`,
      pointer,
      quote: text.slice(first.offset, first.offset + (first.codePoint > 0xffff ? 2 : 1)),
    });
    if (findings.length === 5) break;
  }
  return findings;
}

const wordPattern = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{3,80}/gu;
const latin = /\p{Script=Latin}/u;
// Letters of other alphabets that look like Latin ones. μ, Ω and the like stand in formulas.
const lookAlike = /[аеорсухіјѕԁһԛԝАВЕКМНОРСТХІЈЅοαενρτυικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]/u;

/** Words in which Latin letters are mixed with look-alikes of another alphabet. */
export function findLookAlikes(texts: readonly PlacedText[]): DefinitionFinding[] {
  for (const { pointer, text } of texts) {
    if (!lookAlike.test(text)) continue;
    for (const [word] of text.matchAll(wordPattern)) {
      if (!latin.test(word) || !lookAlike.test(word)) continue;
      const message = `The word “${word}” mixes Latin letters with look-alikes of another alphabet.`;
      return [
        {
          id: 'look-alike-letters',
          severity: pointer === '/name' ? 'alarm' : 'warning',
          message,
          pointer,
          quote: word,
        },
      ];
    }
  }
  return [];
}
