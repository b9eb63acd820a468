/** What a model is told of the server: little, and nothing that speaks to it. */
import { findInstructions } from '../findings/instructions.ts';
import type { Subject } from '../subject.ts';
import { toVisibleJson } from './show-tool.ts';

const longestText = 1_500;
const mostSiblings = 80;
const plainName = /^[\w.:/-]{1,64}$/;

function textOf(text: string | undefined): string | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const shown = text.slice(0, longestText);
  return findInstructions([{ pointer: '', text: shown }]).length > 0 ? undefined : shown;
}

/** One line of JSON. Its texts are left out where they hold orders to a model: they would stand beside every tool of the server. */
export function showServer({ server, siblings = [] }: Pick<Subject, 'server' | 'siblings'>): string {
  const description = textOf(server?.description);
  const instructions = textOf(server?.instructions);
  return toVisibleJson({
    name: textOf(server?.name.slice(0, 100)) ?? '(not given)',
    ...(description === undefined ? {} : { description }),
    ...(instructions === undefined ? {} : { instructions }),
    tools: siblings
      .slice(0, mostSiblings * 4)
      .filter((name) => plainName.test(name))
      .slice(0, mostSiblings),
  });
}
