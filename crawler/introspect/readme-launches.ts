/** How a package's own README says that it is started: the `mcpServers` blocks that people paste into their client's settings. */
import { isJsonObject, type Json } from '../../schema/tool-definition.ts';
import { sandboxHome } from '../sandbox/sandbox.ts';
import { makeDummyValue } from './dummy-values.ts';
import { parseLooseJson } from './loose-json.ts';

export interface ReadmeLaunch {
  args: string[];
  env: Record<string, string>;
  /** Variables and options whose value is made up, because the README leaves it to the reader. */
  standIns: string[];
}

const maxReadme = 500_000;
const maxBlocks = 30;
// Longer blocks are no settings; the bound also keeps the search for comments short.
const maxBlock = 8_000;
const maxArgs = 30;
const launchers: ReadonlySet<string> = new Set([
  'npx',
  'npm',
  'bunx',
  'bun',
  'pnpm',
  'pnpx',
  'yarn',
  'node',
  'cmd',
  'deno',
  'uvx',
  'uv',
  'pipx',
  'python',
  'python3',
]);

/** `bins` are the commands that the package installs. Distinct launches in the README's order. */
export function findReadmeLaunches(readme: string, packageName: string, bins: readonly string[]): ReadmeLaunch[] {
  const launches = new Map<string, ReadmeLaunch>();
  for (const block of findCodeBlocks(readme.slice(0, maxReadme))) {
    for (const server of findServers(parseLooseJson(block), 0)) {
      const launch = readLaunch(server, packageName, bins);
      if (launch !== undefined) launches.set(JSON.stringify(launch), launch);
    }
  }
  return [...launches.values()];
}

function findCodeBlocks(readme: string): string[] {
  const blocks = readme.split(/^[ \t]*(?:```|~~~)[^\n]*$/m).filter((_, index) => index % 2 === 1);
  return blocks.filter((block) => block.length <= maxBlock && block.includes('"command"')).slice(0, maxBlocks);
}

interface ServerEntry {
  command: string;
  args: string[];
  env: Record<string, string>;
}

/** Objects with a `command`, at whatever depth a client's settings keep them. */
function findServers(value: Json | undefined, depth: number): ServerEntry[] {
  if (!isJsonObject(value) || depth > 4) return [];
  if (typeof value.command !== 'string')
    return Object.values(value).flatMap((member) => findServers(member, depth + 1));
  const args = Array.isArray(value.args) ? value.args.filter((arg) => typeof arg === 'string') : [];
  const env = isJsonObject(value.env) ? Object.entries(value.env) : [];
  const texts = env.flatMap(([name, set]) => (/^[A-Za-z_]\w{0,99}$/.test(name) ? [[name, String(set)] as const] : []));
  return [{ command: value.command, args: args.slice(0, maxArgs), env: Object.fromEntries(texts) }];
}

function readLaunch(server: ServerEntry, packageName: string, bins: readonly string[]): ReadmeLaunch | undefined {
  const args = argsAfterPackage(server, packageName, bins);
  if (args === undefined) return undefined;
  const env = Object.entries(server.env).map(([name, value]) => [name, fillVariable(name, value)] as const);
  const filled = args.map((arg, index) => fillArgument(arg, args[index - 1]));
  const standIns = [
    ...env.filter(([name, value]) => value !== server.env[name]).map(([name]) => name),
    ...filled.flatMap(({ standIn }) => standIn ?? []),
  ];
  return { args: filled.map(({ arg }) => arg), env: Object.fromEntries(env), standIns };
}

function argsAfterPackage(
  { command, args }: ServerEntry,
  packageName: string,
  bins: readonly string[],
): string[] | undefined {
  if (bins.includes(command)) return args;
  if (!launchers.has(command)) return undefined;
  const at = args.findIndex((arg) => !arg.startsWith('-') && isNameOf(arg, packageName, bins));
  // Another package before it is a tool that starts it in a way of its own.
  const before = args
    .slice(0, at)
    .filter((arg) => !arg.startsWith('-') && !launchers.has(arg) && !/^(\/c|exec|dlx|x|tool|run)$/i.test(arg));
  if (at === -1 || before.length > 0) return undefined;
  // `uvx --from PACKAGE COMMAND …`
  const isSource = args[at - 1] === '--from' && bins.includes(args[at + 1] ?? '');
  return args.slice(at + (isSource ? 2 : 1));
}

function isNameOf(arg: string, packageName: string, bins: readonly string[]): boolean {
  const [name = ''] = arg.split('==', 1);
  return name === packageName || arg.startsWith(`${packageName}@`) || bins.includes(name);
}

const placeholder =
  /your|<[^>]*>|\$\{|\.\.\.|…|xxx|\*\*\*|changeme|example|replace|path\/to|\/Users\/|\/home\/|username|\{\{|[A-Z]:\\|^~|^\.{0,2}\/|^\$/i;
const pathLike =
  /^(?:file:\/\/)?(?:~|\.{0,2}\/|\/|[A-Z]:\\|\$\{?(?:HOME|workspaceFolder|PWD))|path|folder|director|vault|\bdir\b/i;

function fillVariable(name: string, value: string): string {
  if (value !== '' && !placeholder.test(value) && !/KEY|TOKEN|SECRET|PASSWORD/.test(name)) return value;
  const typed = makeDummyValue(name, prefixOf(value));
  return typed === 'dummy' && pathLike.test(value) ? sandboxHome : typed;
}

interface Filled {
  arg: string;
  /** The option that was given a made-up value. A folder that stands for a folder is none. */
  standIn?: string;
}

function fillArgument(arg: string, previous: string | undefined): Filled {
  const [, option = '', value = ''] = /^(--?[\w-]+=|\w+=(?=[/~]))?(.*)$/s.exec(arg) ?? [];
  if (!placeholder.test(value)) return { arg };
  if (/^[a-z][a-z0-9+]*:\/\//i.test(value) && !value.startsWith('file:')) {
    return { arg: `${option}${value.replace(/[<>{}$]/g, '')}`, standIn: 'an address' };
  }
  if (pathLike.test(value)) return { arg: `${option}${sandboxHome}` };
  const name = (option || previous || value).replace(/=$/, '');
  const dummy = makeDummyValue(
    name
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .toUpperCase(),
  );
  return { arg: `${option}${dummy}`, standIn: name.startsWith('-') ? name : 'an argument' };
}

// `sk-your-key`, `ntn_****`: services check how their tokens begin.
function prefixOf(value: string): string | undefined {
  const prefix = /^([a-z]{2,6}[_-])(?=[x*.<]|your)/i.exec(value)?.[1];
  return prefix === undefined || /^your/i.test(prefix) ? undefined : prefix;
}
