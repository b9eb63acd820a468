/** A run in a process of its own, for a test to kill: `node batch-run.ts URL FOLDER`. Each event is a line of JSON. */
import { classifyWithModel } from '../../../classifier/llm/index.ts';
import { batchTools } from './with-api.ts';

const [url = '', folder = ''] = process.argv.slice(2);
await classifyWithModel(batchTools, {
  mode: 'llm',
  batch: true,
  cacheFolder: folder,
  client: { baseURL: url, apiKey: 'test-key' },
  patience: { pollMs: 10_000 },
  onEvent: (event) => process.stdout.write(`${JSON.stringify(event)}\n`),
});
