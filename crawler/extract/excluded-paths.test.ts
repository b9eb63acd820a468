import { expect, it } from 'vitest';
import { isExcluded } from './excluded-paths.ts';

it.each([
  'tests/server.py',
  'src/pkg/tests/x.py',
  'test_server.py',
  'src/server_test.py',
  'conftest.py',
  'examples/demo.py',
  'docs/snippets/x.py',
  'node_modules/p/x.js',
  '.venv/lib/x.py',
  'vendor/mcp/x.py',
  'prompts/x.py',
  'src/x.test.ts',
  'src/test/java/com/harbour/X.java',
  'examples/x/src/main/java/com/harbour/X.java',
])('leaves out %s', (path) => expect(isExcluded(path)).toBe(true));

it.each([
  'src/main/java/com/example/demo/X.java',
  'internal/prompts/words.go',
  'src/server.py',
  'src/tools/testing.py',
  'src/tools/docs/search.ts',
  'protest/x.py',
  'src/latest/x.py',
  'server.py',
])('keeps %s', (path) => expect(isExcluded(path)).toBe(false));
