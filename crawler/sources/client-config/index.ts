/** The configuration files of MCP clients: what a person has connected. Read on this machine; no value of a variable is kept. */
import path from 'node:path';
import { defineSource, type SourceContext, type SourceEvent } from '../define-source.ts';
import { readSourceFile } from '../read-source-file.ts';
import { type ConfigFile, describeConfig, findConfigs } from './find-configs.ts';
import { readConfig } from './read-config.ts';
import { readConfiguredServer } from './read-configured-server.ts';

export const clientConfig = defineSource({
  id: 'client-config',
  title: 'client configuration',
  homepage: 'https://modelcontextprotocol.io/clients',
  identifies: 'purl or endpoint',
  typed: true,
  list,
});

/** `argument`: a file; undefined for those of every known client, of the project at `ctx.base` and of the person. */
async function* list(argument: string | undefined, ctx: SourceContext): AsyncGenerator<SourceEvent> {
  if (argument !== undefined) {
    const config = describeConfig(path.resolve(ctx.base, argument), ctx.home);
    for await (const event of readFile(config)) {
      // The one file that was asked for is the source.
      if (event.about === 'record' && event.listedAs === config.file) {
        return yield { about: 'source', outcome: 'malformed', reason: event.reason };
      }
      yield event;
      if (event.about === 'source') return;
    }
    return yield { about: 'position', outcome: 'found', position: {} };
  }
  for (const config of await findConfigs(ctx.home, ctx.base)) {
    for await (const event of readFile(config)) {
      const isFailure = event.about === 'source';
      yield isFailure ? { about: 'record', outcome: 'malformed', listedAs: config.file, reason: event.reason } : event;
    }
  }
  yield { about: 'position', outcome: 'found', position: {} };
}

async function* readFile({ file, client, project }: ConfigFile): AsyncGenerator<SourceEvent> {
  const text = await readSourceFile(file);
  if (typeof text !== 'string') return yield { about: 'source', ...text };
  const entries = readConfig(text, file, client);
  if (entries === undefined) {
    const reason = `It cannot be read as ${describeFormat(file)}.`;
    return yield { about: 'record', outcome: 'malformed', listedAs: file, reason };
  }
  for (const { key, value, ...entry } of entries) {
    const place = { client: client.id, project: entry.project ?? project, key };
    const server = readConfiguredServer(value, place);
    if ('malformed' in server) {
      const listedAs = [client.id, key].join('/');
      yield { about: 'record', outcome: 'malformed', listedAs, reason: server.malformed };
    } else yield { about: 'server', outcome: 'found', server };
  }
}

function describeFormat(file: string): string {
  const ending = path.extname(file).toLowerCase();
  if (ending === '.toml') return 'TOML';
  return ending === '.yaml' || ending === '.yml' ? 'YAML' : 'JSON';
}
