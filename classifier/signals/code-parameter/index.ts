import { defineSignal, presentIf } from '../define-signal.ts';
import { quoteParameter } from '../find-evidence.ts';
import { isOfKind, takesText } from '../parameter-kinds.ts';

export default defineSignal({
  id: 'code-parameter',
  title: 'A parameter takes source code',
  indicates: 'accepts-code',
  confidence: 'medium',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['parameters'],
  detect: ({ parameters }) =>
    presentIf(
      parameters.list
        .filter((parameter) => isOfKind(parameter, 'code') && takesText(parameter))
        .map((parameter) => quoteParameter(parameter)),
    ),
});
