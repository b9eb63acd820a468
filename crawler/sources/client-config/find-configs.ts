/** Which files to read: the one a person names, or those that clients keep in this project and on this machine. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { anyClient, type ConfigClient, clients } from './clients.ts';

export interface ConfigFile {
  file: string;
  client: ConfigClient;
  /** The project's folder by its own name; undefined for the person's own configuration. */
  project: string | undefined;
}

const settingsFolders = ['.config', 'Library/Application Support', 'AppData/Roaming'];
const mostPluginFolders = 2000;
const deepestPlugin = 6;

/** A file's client is known by where it lies. */
export function describeConfig(file: string, home: string): ConfigFile {
  const posix = file.split(path.sep).join('/');
  const own = clients.find(({ files }) => files.flatMap((each) => expand(each, home)).includes(file));
  if (own !== undefined) return { file, client: own, project: undefined };
  for (const client of clients) {
    const place = client.projectFiles.find((each) => posix.endsWith(`/${each}`));
    if (place !== undefined) {
      return { file, client, project: path.basename(posix.slice(0, -place.length - 1)) || undefined };
    }
  }
  const namesake = clients.find(({ files }) =>
    files.some((each) => posix.endsWith(each.replace(/^(~|\{config\})/, ''))),
  );
  return { file, client: namesake ?? anyClient, project: undefined };
}

export async function findConfigs(home: string, projectFolder: string): Promise<ConfigFile[]> {
  const project = path.basename(projectFolder) || undefined;
  const places = clients.flatMap((client): ConfigFile[] => [
    ...client.projectFiles.map((each) => ({ file: path.join(projectFolder, each), client, project })),
    ...client.files.flatMap((each) => expand(each, home)).map((file) => ({ file, client, project: undefined })),
  ]);
  const claudeCode = clients.find(({ id }) => id === 'claude-code') ?? anyClient;
  for (const file of await findPlugins(path.join(home, '.claude/plugins/cache'))) {
    places.push({ file, client: claudeCode, project: path.basename(path.dirname(file)) });
  }
  const amazonQ = clients.find(({ id }) => id === 'amazon-q') ?? anyClient;
  const agents = path.join(home, '.aws/amazonq/agents');
  for (const name of await readdir(agents).catch(() => [])) {
    if (name.endsWith('.json'))
      places.push({ file: path.join(agents, name), client: amazonQ, project: name.slice(0, -5) });
  }
  const there = await Promise.all(places.map(({ file }) => isFile(file)));
  const seen = new Set<string>();
  return places.filter(({ file }, index) => there[index] && !seen.has(file) && seen.add(file));
}

function expand(place: string, home: string): string[] {
  if (place.startsWith('~/')) return [path.join(home, place.slice(2))];
  return settingsFolders.map((folder) => path.join(home, place.replace('{config}', folder)));
}

/** Links are not followed. */
async function findPlugins(root: string): Promise<string[]> {
  const found: string[] = [];
  let level = [root];
  let visited = 0;
  for (let depth = 0; depth < deepestPlugin && level.length > 0 && visited < mostPluginFolders; depth++) {
    const next: string[] = [];
    for (const folder of level.slice(0, mostPluginFolders - visited)) {
      visited++;
      const members = await readdir(folder, { withFileTypes: true }).catch(() => []);
      for (const member of members) {
        if (member.isDirectory() && member.name !== 'node_modules') next.push(path.join(folder, member.name));
        else if (member.isFile() && member.name === '.mcp.json') found.push(path.join(folder, member.name));
      }
    }
    level = next;
  }
  return found.sort();
}

async function isFile(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined))?.isFile() ?? false;
}
