import type { Parameter } from '../../reading/parameters.ts';
import { defineSignal, presentIf } from '../define-signal.ts';
import { quoteParameter } from '../find-evidence.ts';
import { isOfKind, takesText } from '../parameter-kinds.ts';

const methods: ReadonlySet<string> = new Set(['method', 'http_method', 'request_method', 'http_verb']);
const addresses: ReadonlySet<string> = new Set(['endpoint', 'route', 'uri', 'api_path', 'resource_path']);

function isAddress(parameter: Parameter): boolean {
  return addresses.has(parameter.key) || isOfKind(parameter, 'url') || isOfKind(parameter, 'path');
}

export default defineSignal({
  id: 'method-parameter',
  title: 'The caller chooses the HTTP method of a request',
  indicates: 'runs',
  confidence: 'medium',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['parameters'],
  detect: ({ parameters: { list } }) => {
    if (!list.some(isAddress)) return presentIf([]);
    const open = list.filter((parameter) => methods.has(parameter.key) && takesText(parameter));
    return presentIf(open.map((parameter) => quoteParameter(parameter)));
  },
});
