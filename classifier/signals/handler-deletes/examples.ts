import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    {
      shows: 'an HTTP request',
      tool: { name: 'x' },
      handler: [{ kind: 'http', verb: 'DELETE', quote: 'client.delete(', file: 'src/a.ts', line: 3 }],
      quote: 'client.delete(',
    },
    {
      shows: 'a file',
      tool: { name: 'x' },
      handler: [{ kind: 'file', verb: 'unlink', quote: 'fs.unlink(path)', file: 'src/a.ts', line: 3 }],
      quote: 'fs.unlink(path)',
    },
    {
      shows: 'SQL under a mild name',
      tool: { name: 'get_rows' },
      handler: [{ kind: 'sql', verb: 'DROP', quote: 'DROP TABLE t', file: 'src/a.ts', line: 3 }],
      quote: 'DROP TABLE t',
      adversarial: true,
    },
  ],
  absent: [
    {
      shows: 'what says little of this tool',
      tool: { name: 'x' },
      handler: [
        {
          kind: 'file',
          verb: 'unlink',
          quote: 'fs.unlink(tempPath)',
          file: 'src/a.ts',
          line: 3,
          incidental: 'own-file',
        },
      ],
      nearMiss: true,
    },
    {
      shows: 'a lookup',
      tool: { name: 'x' },
      handler: [{ kind: 'http', verb: 'GET', quote: 'client.get(', file: 'src/a.ts', line: 3 }],
    },
    { shows: 'no source', tool: { name: 'delete_x' }, nearMiss: true },
    {
      shows: 'a statement that selects',
      tool: { name: 'x' },
      handler: [{ kind: 'sql', verb: 'SELECT', quote: 'SELECT deleted FROM t', file: 'src/a.ts', line: 3 }],
      nearMiss: true,
    },
  ],
} satisfies SignalExamples;
