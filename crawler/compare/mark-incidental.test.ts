import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markIncidental } from './mark-incidental.ts';
import { evidence } from './tool-for-test.ts';

function marksOf(...handler: ReturnType<typeof evidence>[]) {
  return markIncidental([handler])[0]?.map(({ incidental }) => incidental);
}

test('what every tool of a server does is not what one of them does', () => {
  const log = evidence('file', 'write', 'fs.appendFileSync(logPath, entry)');
  const own = evidence('file', 'unlink', 'fs.unlink(file)', 9);

  const marked = markIncidental([[log], [log], [log, own], [log], []]);

  expect(marked.map((tool) => tool.map(({ incidental }) => incidental))).toEqual([
    ['every-tool'],
    ['every-tool'],
    ['every-tool', undefined],
    ['every-tool'],
    [],
  ]);
});

test('three tools that do the same thing are a family', () => {
  const remove = evidence('http', 'DELETE', 'api.delete(path)');

  expect(markIncidental([[remove], [remove], [remove]]).flat()).toEqual([remove, remove, remove]);
});

test.each<[string, ReturnType<typeof evidence>[], (string | undefined)[]]>([
  [
    'a temporary file that it wrote is its own',
    [
      evidence('file', 'write', 'fs.writeFileSync(tmpFile, yaml)'),
      evidence('file', 'unlink', 'fs.unlinkSync(tmpFile)', 2),
    ],
    [undefined, 'own-file'],
  ],
  [
    'a file that it writes and that is not a temporary one is not',
    [evidence('file', 'write', 'fs.writeFile(target, zeros)'), evidence('file', 'unlink', 'fs.unlink(target)', 2)],
    [undefined, undefined],
  ],
  [
    'a folder of its own output that it empties to make it anew',
    [
      evidence('file', 'rmtree', 'rmSync(outputDirectory, { recursive: true })'),
      evidence('file', 'mkdir', 'mkdirSync(outputDirectory)', 2),
    ],
    ['own-file', undefined],
  ],
  ['a temporary file that it did not write is not', [evidence('file', 'unlink', 'fs.unlink(tempPath)')], [undefined]],
  [
    'a folder gone after one was made to be temporary',
    [
      evidence('file', 'mkdir', 'fs.mkdtemp(prefix)'),
      evidence('file', 'rmtree', 'fs.rm(folder, { recursive: true })', 2),
    ],
    [undefined, 'own-file'],
  ],
])('%s', (_name, handler, expected) => {
  expect(marksOf(...handler)).toEqual(expected);
});

test.each<[string, string | undefined]>([
  ['execFileSync("kubectl", args)', 'fixed-program'],
  ["child_process.spawn('git', ['status'])", 'fixed-program'],
  ['execFileSync(program, args)', undefined],
  ['execSync("kubectl get pods")', undefined],
  ['exec(command)', undefined],
  ['spawn("bash", ["-c", command])', undefined],
  ['spawn("cmd.exe", ["/c", command])', undefined],
  ['spawn("python3.12", [script])', undefined],
  ['spawn("rm", ["-rf", folder])', undefined],
  ['spawn("git", args, { shell: true })', undefined],
  ['spawn("git", args, { stdio: "pipe", env: { ...process.en', undefined],
  ['spawn("/tmp/x", args)', undefined],
])('%s starts a fixed program: %s', (quote, expected) => {
  expect(marksOf(evidence('process', 'spawn', quote))).toEqual([expected]);
});

test('only ever marks: no evidence is changed otherwise, moved or lost', () => {
  const one = fc.record({
    kind: fc.constantFrom('http' as const, 'process' as const, 'file' as const, 'sql' as const),
    verb: fc.constantFrom('spawn', 'unlink', 'rmtree', 'write', 'DELETE'),
    quote: fc.string(),
    line: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(fc.array(one, { maxLength: 6 }), { maxLength: 8 }), (drawn) => {
      const handlers = drawn.map((list) =>
        list.map(({ kind, verb, quote, line }) => evidence(kind, verb, quote, line)),
      );

      const unmarked = markIncidental(handlers).map((list) => list.map(({ incidental: _mark, ...rest }) => rest));

      expect(unmarked).toEqual(handlers);
    }),
  );
});
