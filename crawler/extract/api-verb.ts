/** What a method of a service's client does, by the first word of its name: `delete_object`, `DeleteObject`, `batchUpdate`. */

const verbs: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['delete', words('delete remove destroy purge terminate revoke drop trash erase uninstall empty')],
  ['create', words('create insert add upload copy import clone fork')],
  [
    'update',
    words('update put upsert patch modify edit replace rename set merge move attach detach assign transition save'),
  ],
  ['send', words('send publish notify reply')],
  ['run', words('run invoke start restart reboot trigger dispatch rerun launch deploy')],
  ['stop', words('stop kill cancel abort shutdown')],
];
/** They say how it is done, not what. */
const manner = words('begin async batch bulk admin force');

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** Undefined for a method that reads, or whose name does not say what it does. */
export function readApiVerb(method: string): string | undefined {
  const parts = method
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split('_')
    .filter((part) => part !== '');
  const said = parts.filter((part) => !manner.has(part));
  const [first = '', second = ''] = said;
  // `MergeRequests` and `ImportStatus` are things.
  if (/^(merge|import)$/.test(first) && /^(requests?|base|status|conflicts?|trains?|commits?)$/.test(second))
    return undefined;
  // What is made is made here: a client, a request, a context.
  if (first === 'create' && /^(client|session|context|request|options?)$/.test(said.at(-1) ?? '') && said.length > 1)
    return undefined;
  const verb = verbs.find(([, known]) => known.has(first))?.[0];
  // `start_query_execution` and `run_query` may well read.
  return verb === 'run' && parts.includes('query') ? undefined : verb;
}
