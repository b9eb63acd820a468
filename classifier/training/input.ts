/** What the commands of this folder are given; a mistake in it ends them with one line and exit code 2. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';

export function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

export function readOptions<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>>['values'] {
  return attempt(() => parseArgs(config).values, '');
}

/** What `read` makes of a file or folder. */
export function readInput<Content>(address: string, read: (address: string) => Content): Content {
  return attempt(() => read(address), `${address} cannot be read: `);
}

/** The JSONL files of a folder, by name; none without a folder. */
export function listLabelFiles(folder: string | undefined): string[] {
  if (folder === undefined) return [];
  const names = readInput(folder, (address) => readdirSync(address)).filter((name) => name.endsWith('.jsonl'));
  return names.sort().map((name) => path.join(folder, name));
}

function attempt<Result>(act: () => Result, before: string): Result {
  try {
    return act();
  } catch (mistake) {
    const [said = ''] = (mistake instanceof Error ? mistake.message : String(mistake)).split('\n');
    // A list of faults in a shape begins with a bracket alone.
    return refuse(`${before}${said === '[' ? 'it holds something else than is expected there' : said}`);
  }
}
