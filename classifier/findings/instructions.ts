/** Text that gives the model orders which no description of a tool needs. Patterns are ours and linear; noise is kept low. */
import type { DefinitionFinding } from '../../schema/verdict.ts';
import type { PlacedText } from './texts.ts';

const patterns: readonly (readonly [pattern: RegExp, what: string])[] = [
  [
    /\bignore (?:all |any )?(?:the )?(?:previous|prior|above|earlier) (?:instructions|prompts|messages|rules)/i,
    'tells the model to ignore its instructions',
  ],
  [
    /\b(?:disregard|forget|override) (?:all |any |your |the )?(?:previous |prior |above |system )?(?:instructions|guidelines|system prompt)/i,
    'tells the model to set its instructions aside',
  ],
  [
    /\bdo(?: not|n't) (?:tell|inform|mention|reveal|show|notify)(?: it| this| that| anything)?(?: to)? (?:the )?user/i,
    'tells the model to keep something from the user',
  ],
  [
    /\bwithout (?:telling|informing|notifying|asking|mentioning it to) the user/i,
    'tells the model to act behind the user’s back',
  ],
  // Well-meaning authors write `<instructions>` around the steps of a tool's use, so that one counts for nothing.
  [/<(?:important|system|secret|hidden)>/i, 'marks a passage off for the model alone'],
  [
    /\b(?:read|cat|open|include|load|attach|contents? of|send)\b[^.\n]{0,60}(?:~\/\.(?:ssh|aws|gnupg)\b|\bid_rsa\b|\/etc\/(?:passwd|shadow)\b)/i,
    'asks for a file with secrets',
  ],
  [
    /\b(?:pass|send|include|put|provide) (?:its|the|their|your) (?:entire |full |whole )?(?:conversation|chat history|system prompt|message history)/i,
    'asks for the conversation itself',
  ],
];

/** One finding per kind of order, at its first place. */
export function findInstructions(texts: readonly PlacedText[]): DefinitionFinding[] {
  return patterns.flatMap(([pattern, what]): DefinitionFinding[] => {
    for (const { pointer, text } of texts) {
      const match = pattern.exec(text);
      if (match)
        return [
          { id: 'instructions-to-model', severity: 'alarm', message: `The text ${what}.`, pointer, quote: match[0] },
        ];
    }
    return [];
  });
}
