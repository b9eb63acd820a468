/** Makes the search index of a catalogue. */
import type { ServerSummary, ToolSummary } from '../../../catalogue/index.ts';
import { firstSentence, shownLine } from '../words/shown.ts';
import { maxIndexedTools, type SearchIndex } from './search-index.ts';

export function makeSearchIndex(servers: readonly ServerSummary[], tools: readonly ToolSummary[]): SearchIndex {
  const numbers = new Map(servers.map(({ id }, index) => [id, index]));
  return {
    servers: servers.map(({ address, title, description }) => [
      address,
      shownLine(title, 120),
      firstSentence(description ?? '', 140),
    ]),
    tools: (tools.length > maxIndexedTools ? [] : tools).flatMap((tool) => {
      const server = numbers.get(tool.server.id);
      const segment = tool.address.split('/').at(-1);
      if (server === undefined || segment === undefined) return [];
      return [
        [
          server,
          segment,
          shownLine(tool.id, 120),
          tool.title === undefined || tool.title === tool.id ? '' : shownLine(tool.title, 80),
          firstSentence(tool.blurb, 120),
          tool.risk,
        ] as const,
      ];
    }),
  };
}
