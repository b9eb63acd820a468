import { defineSignal, presentIf } from '../define-signal.ts';
import { quoteParameter } from '../find-evidence.ts';
import { isOfKind, takesText } from '../parameter-kinds.ts';

export default defineSignal({
  id: 'sql-parameter',
  title: 'A parameter takes a database statement',
  indicates: 'accepts-sql',
  confidence: 'high',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['parameters'],
  detect: ({ parameters }) =>
    presentIf(
      parameters.list
        .filter((parameter) => isOfKind(parameter, 'sql') && takesText(parameter))
        .map((parameter) => quoteParameter(parameter)),
    ),
});
