/** A list that somebody keeps: a repository's page of links, or any text, Markdown or JSON file, here or at an address. */
import path from 'node:path';
import { defineSource, type SourceContext, type SourceEvent } from '../define-source.ts';
import type { FoundServer } from '../found-server.ts';
import type { FailedAnswer } from '../http/answer.ts';
import { readSourceFile } from '../read-source-file.ts';
import { readAddress } from './read-address.ts';
import { type ListedLine, readText } from './read-text.ts';
import { JsonList, type JsonMember } from './schema.ts';

const mostServers = 100_000;

export const listFile = defineSource({
  id: 'list-file',
  title: 'list',
  homepage: 'https://github.com/topics/mcp-servers',
  identifies: 'purl',
  typed: false,
  list,
});

/** `argument`: a file or an address. */
async function* list(argument: string | undefined, ctx: SourceContext): AsyncGenerator<SourceEvent> {
  if (argument === undefined) {
    return yield { about: 'source', outcome: 'malformed', reason: 'It needs a file or an address.' };
  }
  const text = await readArgument(argument, ctx);
  if (typeof text !== 'string') return yield { about: 'source', ...text };
  const lines = readLines(text);
  if (lines === undefined) {
    return yield {
      about: 'source',
      outcome: 'malformed',
      reason: 'It is a page, or JSON without a list in it; give the file itself.',
    };
  }
  const seen = new Set<string>();
  for (const line of lines.slice(0, mostServers)) {
    if (seen.has(line.subject.id)) continue;
    seen.add(line.subject.id);
    yield { about: 'server', outcome: 'found', server: makeServer(line) };
  }
  yield { about: 'position', outcome: 'found', position: {} };
}

async function readArgument(argument: string, ctx: SourceContext): Promise<string | FailedAnswer> {
  if (!/^https?:\/\//i.test(argument)) return readSourceFile(path.resolve(ctx.base, argument));
  const answer = await ctx.http.get(findRawAddress(argument), {
    allowPrivate: true,
    accept: 'text/plain, application/json, */*',
  });
  return answer.outcome === 'found' ? answer.body : answer;
}

/** A repository's page, or the page of a file in it, shows the text in a page of the forge's own. */
export function findRawAddress(address: string): string {
  const parts =
    /^https?:\/\/(?:www\.)?github\.com\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?(?:blob\/([^?#]+))?(?:[?#].*)?$/i.exec(
      address,
    );
  if (parts === null) return address;
  return `https://raw.githubusercontent.com/${parts[1]}/${parts[2]}/${parts[3] ?? 'HEAD/README.md'}`;
}

function readLines(text: string): ListedLine[] | undefined {
  const start = text.trimStart().slice(0, 200).toLowerCase();
  if (/^[[{]/.test(start)) {
    const members = parseJson(text);
    // A text may begin with a bracket too, as a link does.
    if (members !== undefined) return members.flatMap(readMember);
    return /^\[[^\]\n]*\]\(/.test(start) ? readText(text) : undefined;
  }
  return /^<(!doctype|html)/.test(start) ? undefined : readText(text);
}

function parseJson(text: string): JsonMember[] | undefined {
  try {
    return JsonList.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function readMember({ name, description, addresses }: JsonMember): ListedLine[] {
  for (const address of addresses) {
    const subject = readAddress(address.trim());
    if (subject !== undefined) return [{ subject, label: name, description }];
  }
  return [];
}

function makeServer({ subject, label, description }: ListedLine): FoundServer {
  return {
    id: subject.id,
    source: 'list-file',
    listedAs: subject.id,
    name: subject.name,
    ...(label === undefined ? {} : { title: label.slice(0, 100) }),
    ...(description === undefined ? {} : { description }),
    status: 'active',
    packages: 'found' in subject ? [subject.found] : [],
    remotes: [],
    ...('repository' in subject ? { repository: subject.repository } : {}),
  };
}
