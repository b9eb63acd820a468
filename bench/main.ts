/** `npm run bench -- NAME [ARGS]`: runs one measurement of this folder; without a name, says which there are. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = import.meta.dirname;
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => path.basename(file, '.ts'));

/** The first sentence of a bench's opening comment says what it measures. */
function describe(name: string): string {
  const opening = /^\/\*\*([\s\S]*?)\*\//.exec(readFileSync(path.join(folder, `${name}.ts`), 'utf8'))?.[1] ?? '';
  return opening
    .replace(/^\s*\* ?/gm, '')
    .trim()
    .replace(/\s+/g, ' ');
}

const [name, ...args] = process.argv.slice(2);
if (name !== undefined && names.includes(name)) {
  const run = spawnSync(process.execPath, [path.join(folder, `${name}.ts`), ...args], { stdio: 'inherit' });
  process.exitCode = run.status ?? 3;
} else {
  const list = names.map((known) => `  ${known}\n      ${describe(known)}`).join('\n');
  process.stderr.write(`${name === undefined ? 'Say which:' : `There is no bench ${name}:`}\n${list}\n`);
  process.exitCode = 2;
}
