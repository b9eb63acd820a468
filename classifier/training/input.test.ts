import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

function run(script: string, ...args: readonly string[]) {
  const file = path.join(import.meta.dirname, script);
  return spawnSync(process.execPath, ['--no-warnings', file, ...args, '--out', '/nowhere/at/all'], {
    encoding: 'utf8',
  });
}

const notLabels = path.join(import.meta.dirname, 'input.ts');

it.each([
  ['main.ts', [], 'Say which labelled tools'],
  ['main.ts', ['--data', '/nowhere/at/all'], '/nowhere/at/all cannot be read: ENOENT'],
  ['main.ts', ['--data', notLabels], `${notLabels} cannot be read`],
  ['main.ts', ['--dta', notLabels], "Unknown option '--dta'"],
  ['word-vectors.ts', ['--data', notLabels], 'Say where the vectors'],
  ['word-vectors.ts', ['--data', notLabels, '--vectors', notLabels], `${notLabels} cannot be read`],
  ['word-vectors.ts', ['--data', notLabels, '--vectors', path.resolve('package.json')], 'holds no word vectors'],
])('%s %j ends with one line that says what is wrong', (script, args, said) => {
  const { status, stderr } = run(script, ...args);

  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(said)]);
  expect(status).toBe(2);
});
