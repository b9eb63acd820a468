/** Puts questions together into requests: several tools of one server, suspicious ones by themselves. */
import type { Question } from './question.ts';

export interface Group {
  /** The tool called `t1` in the request comes first. */
  questions: readonly Question[];
  /** How many requests have led up to this one. */
  attempt: number;
  /** How often a tool alone has been asked again. */
  repeats: number;
  maxTokens: number;
}

const mostTools = 8;
const mostCharacters = 40_000;
const tokensForThought = 4_000;
const tokensForTool = 1_200;

export function boundAnswer(tools: number): number {
  return tokensForThought + tools * tokensForTool;
}

export function makeGroup(questions: readonly Question[], attempt = 0): Group {
  return { questions, attempt, repeats: 0, maxTokens: boundAnswer(questions.length) };
}

export function groupQuestions(questions: readonly Question[]): Group[] {
  const alone = questions.filter(({ isSuspicious }) => isSuspicious).map((question) => makeGroup([question]));
  const byServer = Map.groupBy(
    questions.filter(({ isSuspicious }) => !isSuspicious),
    // Tools of no known server have nothing to do with each other.
    ({ subject, key }) => (subject.server === undefined ? `alone ${key}` : `server ${subject.server.id}`),
  );
  return [...[...byServer.values()].flatMap(packQuestions), ...alone];
}

function packQuestions(questions: readonly Question[]): Group[] {
  const packs: Question[][] = [];
  let size = 0;
  for (const question of questions) {
    const last = packs.at(-1);
    const length = question.shown.text.length;
    if (last === undefined || last.length >= mostTools || size + length > mostCharacters) {
      packs.push([question]);
      size = length;
    } else {
      last.push(question);
      size += length;
    }
  }
  return packs.map((pack) => makeGroup(pack));
}
