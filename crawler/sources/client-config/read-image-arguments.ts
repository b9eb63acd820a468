/** The arguments of `docker run`: which image, and the names of the variables it is given. */

/** Options that take no value of their own. All others do, written behind an equals sign or as the next word. */
const bare: ReadonlySet<string> = new Set([
  '--rm',
  '--init',
  '--detach',
  '--interactive',
  '--tty',
  '--privileged',
  '--read-only',
  '--publish-all',
  '--no-healthcheck',
  '--oom-kill-disable',
  '--sig-proxy',
  '--quiet',
]);

export interface ImageArguments {
  image: string | undefined;
  rest: readonly string[];
  /** Names alone. */
  environment: string[];
}

export function readImageArguments(args: readonly string[]): ImageArguments {
  const environment: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (!arg.startsWith('-')) return { image: arg, rest: args.slice(at + 1), environment };
    const [option = '', attached] = arg.startsWith('--') ? arg.split(/=(.*)/s) : [arg.slice(0, 2), arg.slice(2)];
    if (arg.startsWith('--') ? bare.has(option) : /^-[ditqP]+$/.test(arg)) continue;
    const value = attached ? attached : args[++at];
    const name = /^-(e|-env)$/.test(option) ? value?.split('=', 1)[0] : undefined;
    if (name !== undefined && /^\w+$/.test(name)) environment.push(name);
  }
  return { image: undefined, rest: [], environment };
}
