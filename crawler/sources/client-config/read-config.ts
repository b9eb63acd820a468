/** The text of a client's configuration → the servers in it, by name, as they stand there. */
import path from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import type { ConfigClient } from './clients.ts';
import { stripJsonComments } from './strip-json-comments.ts';

export interface ConfiguredEntry {
  key: string;
  /** The folder's name, where one file speaks for several projects. */
  project: string | undefined;
  value: unknown;
}

const mostServers = 1000;

/** Undefined where the text cannot be read in the format of its file. */
export function readConfig(text: string, file: string, client: ConfigClient): ConfiguredEntry[] | undefined {
  const document = parseText(text, file);
  if (document === undefined) return undefined;
  const entries = client.keys.flatMap((key) => listMembers(follow(document, key.split('.')), undefined));
  // Claude Code keeps what holds for one project under the project's folder.
  for (const [folder, project] of members(follow(document, ['projects']))) {
    const name = folder.split(/[\\/]/).findLast((part) => part !== '');
    entries.push(...listMembers(follow(project, ['mcpServers']), name));
  }
  return entries.slice(0, mostServers);
}

function parseText(text: string, file: string): unknown {
  try {
    switch (path.extname(file).toLowerCase()) {
      case '.toml':
        return parseToml(text);
      case '.yaml':
      case '.yml':
        // An alias can make a small file large without end.
        return parseYaml(text, { maxAliasCount: 0, stringKeys: true, logLevel: 'error' });
      default:
        return parseJson(text);
    }
  } catch {
    return undefined;
  }
}

/** Most files have no comments, and are read faster as they are. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const plain = stripJsonComments(text);
    return plain === undefined ? undefined : JSON.parse(plain);
  }
}

/** `mcp` holds the servers of one client, and `mcp.servers` those of another: a map of maps of maps is not the first. */
function listMembers(map: unknown, project: string | undefined): ConfiguredEntry[] {
  return members(map)
    .filter(([key, value]) => key !== '' && !(key === 'servers' && isMapOfServers(value)))
    .map(([key, value]) => ({ key, project, value }));
}

function isMapOfServers(value: unknown): boolean {
  const inner = members(value).map(([, member]) => member);
  return inner.every((member) => typeof member === 'object' && member !== null && !Array.isArray(member));
}

function follow(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce((inner, key) => members(inner).find(([name]) => name === key)?.[1], value);
}

function members(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
