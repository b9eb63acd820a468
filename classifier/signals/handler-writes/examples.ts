import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    {
      shows: 'an HTTP request',
      tool: { name: 'x' },
      handler: [{ kind: 'http', verb: 'PUT', quote: 'client.put(', file: 'src/a.ts', line: 3 }],
      quote: 'client.put(',
    },
    {
      shows: 'a file',
      tool: { name: 'x' },
      handler: [{ kind: 'file', verb: 'writeFile', quote: 'fs.writeFile(path, text)', file: 'src/a.ts', line: 3 }],
      quote: 'fs.writeFile(path, text)',
    },
    {
      shows: 'SQL under a mild name',
      tool: { name: 'get_rows' },
      handler: [{ kind: 'sql', verb: 'UPDATE', quote: 'UPDATE t SET a = 1', file: 'src/a.ts', line: 3 }],
      quote: 'UPDATE t SET a = 1',
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
          verb: 'append',
          quote: 'fs.appendFile(log, entry)',
          file: 'src/a.ts',
          line: 3,
          incidental: 'every-tool',
        },
      ],
      nearMiss: true,
    },
    {
      shows: 'a lookup',
      tool: { name: 'x' },
      handler: [{ kind: 'http', verb: 'GET', quote: 'client.get(', file: 'src/a.ts', line: 3 }],
    },
    {
      shows: 'a POST, which may be a search',
      tool: { name: 'x' },
      handler: [{ kind: 'http', verb: 'POST', quote: 'client.post(', file: 'src/a.ts', line: 3 }],
      nearMiss: true,
    },
    { shows: 'no source', tool: { name: 'x' } },
  ],
} satisfies SignalExamples;
