import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    {
      shows: 'a message by the client of a service',
      tool: { name: 'x' },
      handler: [{ kind: 'api', verb: 'send', quote: 'client.chat_postMessage(', file: 'src/a.py', line: 3 }],
      quote: 'client.chat_postMessage(',
    },
    {
      shows: 'a process',
      tool: { name: 'x' },
      handler: [{ kind: 'process', verb: 'spawn', quote: 'spawn(command)', file: 'src/a.ts', line: 3 }],
      quote: 'spawn(command)',
    },
    {
      shows: 'a shell',
      tool: { name: 'x' },
      handler: [{ kind: 'process', verb: 'exec', quote: 'exec(line)', file: 'src/a.ts', line: 3 }],
      quote: 'exec(line)',
    },
    {
      shows: 'a process under a mild name',
      tool: { name: 'get_info' },
      handler: [{ kind: 'process', verb: 'execSync', quote: 'execSync(q)', file: 'src/a.ts', line: 3 }],
      quote: 'execSync(q)',
      adversarial: true,
    },
  ],
  absent: [
    {
      shows: 'what says little of this tool',
      tool: { name: 'x' },
      handler: [
        {
          kind: 'process',
          verb: 'spawn',
          quote: 'execFile("git", args)',
          file: 'src/a.ts',
          line: 3,
          incidental: 'fixed-program',
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
      shows: 'a file that is read',
      tool: { name: 'x' },
      handler: [{ kind: 'file', verb: 'readFile', quote: 'fs.readFile(path)', file: 'src/a.ts', line: 3 }],
      nearMiss: true,
    },
    { shows: 'no source', tool: { name: 'run_x' }, nearMiss: true },
  ],
} satisfies SignalExamples;
