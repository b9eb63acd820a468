/** Which calls act, by how they are written, in the words of Node.js and of the common clients. */
import type { CallReading, EffectRule } from '../../handler-evidence.ts';
import { type SyntaxNode, textOf } from '../../syntax-tree.ts';
import { type ObjectValue, textValue, type Value } from '../value.ts';

const verbs = /^(get|post|put|patch|delete|head)$/i;
const files = String.raw`(?:^|\.)(?:fs|fsp|fse|fsPromises|promises|fs_\d+|promises_\d+|node_fs|fs\$?\d*)(?:\.default|\.promises)?\.`;
const starters =
  'exec|execSync|execFile|execFileSync|spawn|spawnSync|fork|execa|execaSync|execAsync|execFileAsync|execPromise';

type ReadText = (node: SyntaxNode) => string | undefined;
type ReadValue = (node: SyntaxNode) => Value | undefined;

export function makeRules(text: ReadText, readValue: ReadValue): readonly EffectRule[] {
  const file = (methods: string, verb: string): EffectRule[] => [
    [new RegExp(`${files}(?:${methods})(?:Sync)?$`), 'file', verb],
  ];
  return [
    [
      /(^|\.)(node-)?fetch(_\d+\.default)?$|^(axios|got|ky)(_\d+\.default)?$|\.makeRequest$/,
      'http',
      (call) => readFetch(call, readValue),
    ],
    [/\.request$/, 'http', ({ args }) => readRequest(args[0] && text(args[0]))],
    [/\.(get|post|put|patch|delete|head)$/, 'http', (call) => readClientCall(call, text)],
    [
      new RegExp(`(^|[.])(child_?process\\w*|cp|childProcess_?\\d*|node_child_process\\w*)\\.(${starters})$`, 'i'),
      'process',
      'spawn',
    ],
    [new RegExp(`^(${starters})$`), 'process', 'spawn'],
    [/^process\.kill$/, 'process', 'kill'],
    [/^(eval|new Function|vm\.(runInContext|runInNewContext|runInThisContext)|new vm\.Script)$/, 'process', 'eval'],
    ...file('unlink', 'unlink'),
    ...file('rm|rmdir|remove|emptyDir', 'rmtree'),
    ...file('writeFile|appendFile|outputFile|writeJson|createWriteStream|write', 'write'),
    ...file('rename|move', 'rename'),
    ...file('copyFile|cp|copy', 'copy'),
    ...file('mkdir|mkdtemp|ensureDir', 'mkdir'),
    ...file('chmod|chown|symlink|link|truncate|utimes', 'change'),
    ...file('readFile|createReadStream', 'read'),
    [/^(unlink|unlinkSync)$/, 'file', 'unlink'],
    [/^(rm|rmSync|rmdir|rmdirSync|rimraf)$/, 'file', 'rmtree'],
    [/^(writeFile|writeFileSync|appendFile|appendFileSync)$/, 'file', 'write'],
    [/^(readFile|readFileSync)$/, 'file', 'read'],
    [/^(mkdir|mkdirSync)$/, 'file', 'mkdir'],
    // A project's own function that sends requests is told the method in the same words.
    [/./, 'http', ({ args }) => writtenMethod(args, readValue)],
  ];
}

/** `fetch(url)` reads; with options it does what their method says, and nothing is said of one that is computed. */
function readFetch({ args }: CallReading, readValue: ReadValue): string | undefined {
  const [target, options] = args;
  if (target === undefined) return undefined;
  const value = readValue(options ?? target);
  if (options === undefined) return value?.kind === 'object' ? methodOf(value) : 'GET';
  return value?.kind === 'object' ? methodOf(value) : undefined;
}

function methodOf(options: ObjectValue): string | undefined {
  const method = options.members.get('method')?.get();
  if (method === undefined || method.kind === 'absent')
    return options.whole && !options.members.has('method') ? 'GET' : undefined;
  const read = textValue(method);
  return read?.exact ? upper(read.text) : undefined;
}

/** `{ method: "DELETE" }` among the arguments. */
function writtenMethod(args: readonly SyntaxNode[], readValue: ReadValue): string | undefined {
  for (const argument of args.slice(0, 4)) {
    if (argument.type !== 'object') continue;
    const value = readValue(argument);
    const method = value?.kind === 'object' && value.members.has('method') ? methodOf(value) : undefined;
    if (method !== undefined) return method;
  }
  return undefined;
}

/** `DELETE`, or with the route as Octokit has it: `DELETE /repos/{owner}/{repo}`. */
function readRequest(written: string | undefined): string | undefined {
  return upper(/^([A-Z]+) \//.exec(written ?? '')?.[1] ?? written);
}

function upper(method: string | undefined): string | undefined {
  return method !== undefined && verbs.test(method) ? method.toUpperCase() : undefined;
}

/** `client.delete("/x")`: maps and caches have a `get` and a `delete` as well, so it counts with an address alone. */
function readClientCall({ callee, args }: CallReading, text: ReadText): string | undefined {
  const method = callee.slice(callee.lastIndexOf('.') + 1).toUpperCase();
  const [address] = args;
  if (address === undefined) return undefined;
  if (/^(axios|got|ky|superagent)(_\d+\.default)?\./.test(callee)) return method;
  if (!/(client|api|http|axios|request|session|instance|fetcher)\w*(\(\))?\.\w+$/i.test(callee)) return undefined;
  const written = text(address);
  return (
    written === undefined
      ? /(url|uri|endpoint|path)/i.test(textOf(address).slice(0, 200))
      : written.includes('/')
  )
    ? method
    : undefined;
}
