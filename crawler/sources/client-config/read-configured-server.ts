/** One configured server → a found server. Of its arguments only the names of options are kept, since a value may be a secret. */
import type { FoundArgument, FoundInput, FoundPackage, FoundServer } from '../found-server.ts';
import { identifyEndpoint, identifySource } from '../identity.ts';
import { readCommand } from './read-command.ts';
import { ConfiguredServer } from './schema.ts';

export interface ConfigPlace {
  /** The client's id. */
  client: string;
  /** The project's folder by its own name; undefined for what holds everywhere. */
  project: string | undefined;
  /** The name it is configured under. */
  key: string;
}

export function readConfiguredServer(value: unknown, place: ConfigPlace): FoundServer | { malformed: string } {
  const parsed = ConfiguredServer.safeParse(value);
  if (!parsed.success) return { malformed: 'It is no mapping with a command or a url.' };
  const { command, url } = parsed.data;
  if (url !== undefined) return readRemote(parsed.data, url, place);
  if (command === undefined) return { malformed: 'It has neither a command nor a url.' };
  return readLocal(parsed.data, command, place);
}

function readRemote(
  { type, headers }: ConfiguredServer,
  url: string,
  place: ConfigPlace,
): FoundServer | { malformed: string } {
  const address = identifyEndpoint(url);
  if (address === undefined) return { malformed: 'Its url is not an http or https address.' };
  return makeServer(place, address, {
    remotes: [{ url: address, transport: readTransport(type, address), headers: headers.map(nameInput) }],
  });
}

function readTransport(type: string | undefined, url: string): 'sse' | 'streamable-http' {
  if (type === undefined || type === 'remote') return url.endsWith('/sse') ? 'sse' : 'streamable-http';
  return type.toLowerCase() === 'sse' ? 'sse' : 'streamable-http';
}

function readLocal({ args, environment }: ConfiguredServer, command: string, place: ConfigPlace): FoundServer {
  const subject = readCommand(command, args);
  switch (subject.kind) {
    case 'endpoint':
      return makeServer(place, subject.url, {
        remotes: [{ url: subject.url, transport: readTransport(undefined, subject.url), headers: [] }],
      });
    case 'repository': {
      const repository = identifySource(subject.address);
      return makeServer(place, repository?.id ?? nameProgram(place), repository === undefined ? {} : { repository });
    }
    case 'package': {
      const { purl, version } = subject.identity;
      const found: FoundPackage = {
        purl,
        ...(version === undefined ? {} : { version }),
        transport: 'stdio',
        runtimeArguments: [],
        packageArguments: subject.rest.flatMap(nameArgument),
        environment: [...new Set([...environment, ...subject.environment])].map(nameInput),
      };
      return makeServer(place, purl, { packages: [found] });
    }
    case 'program':
      return makeServer(place, nameProgram(place), {});
  }
}

function makeServer(place: ConfigPlace, id: string, parts: Partial<FoundServer>): FoundServer {
  const { client, project, key } = place;
  const listedAs = [client, ...(project === undefined ? [] : [project]), key].join('/');
  return {
    id,
    source: 'client-config',
    listedAs,
    name: key.slice(0, 200),
    status: 'active',
    packages: [],
    remotes: [],
    ...parts,
  };
}

/** A program of this machine has no name outside it. */
function nameProgram({ client, project, key }: ConfigPlace): string {
  return `config:${[client, project ?? '', key].map(encodeName).join('/')}`;
}

function encodeName(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function nameArgument(arg: string): FoundArgument[] {
  const option = /^--?[a-z][\w-]{0,60}(?=$|=)/i.exec(arg)?.[0];
  if (option === undefined) return [{ kind: 'positional', required: false, secret: false }];
  return [{ kind: 'named', name: option, required: false, secret: soundsSecret(option) }];
}

function nameInput(name: string): FoundInput {
  return { name, required: false, secret: soundsSecret(name) };
}

function soundsSecret(name: string): boolean {
  return /key|token|secret|passw|credential|auth|cookie|dsn|_url$|_uri$/i.test(name);
}
