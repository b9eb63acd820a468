/** What was seen in a tool's source, by what it does. */
import type { HandlerEvidence } from '../../schema/snapshot.ts';
import type { SignalEvidence } from './define-signal.ts';

type Deed = 'deletes' | 'writes' | 'runs';

const verbs: Record<HandlerEvidence['kind'], Partial<Record<Deed, RegExp>>> = {
  http: { deletes: /^delete$/i, writes: /^(put|patch)$/i },
  file: {
    deletes: /^(unlink|rm|rmdir|remove|rmtree|delete)/i,
    writes: /^(write|append|create|rename|copy|mkdir|move)/i,
  },
  sql: { deletes: /^(drop|delete|truncate)/i, writes: /^(insert|update|create|alter|replace|merge)/i },
  process: { runs: /./ },
  api: { deletes: /^delete$/, writes: /^(create|update)$/, runs: /^(run|send|stop)$/ },
};

export function findHandlerEvidence(handler: readonly HandlerEvidence[], deed: Deed): SignalEvidence[] {
  return handler
    .filter(({ kind, verb, quote, incidental }) => {
      return quote !== '' && incidental === undefined && verbs[kind][deed]?.test(verb);
    })
    .map(({ quote, file, line }) => ({ pointer: '', quote, weight: 'main', source: { file, line } }));
}
