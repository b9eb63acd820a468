import { defineSignal, presentIf } from '../define-signal.ts';
import { quoteParameter } from '../find-evidence.ts';
import { isOfKind, isRouted, takesText } from '../parameter-kinds.ts';

export default defineSignal({
  id: 'shell-parameter',
  title: 'A parameter takes a command line',
  indicates: 'accepts-shell',
  confidence: 'medium',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['parameters'],
  detect: ({ parameters }) =>
    presentIf(
      parameters.list
        .filter((parameter) => isOfKind(parameter, 'shell') && takesText(parameter))
        .map((parameter) => quoteParameter(parameter, isRouted(parameter, parameters) ? 'aside' : 'main')),
    ),
});
