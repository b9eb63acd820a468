import { defineSignal, presentIf } from '../define-signal.ts';
import { examinesInput } from '../examines-input.ts';
import { quoteParameter } from '../find-evidence.ts';
import { isOfKind, takesText } from '../parameter-kinds.ts';

export default defineSignal({
  id: 'sql-parameter',
  title: 'A parameter takes a database statement',
  indicates: 'accepts-sql',
  confidence: 'high',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['name', 'description', 'parameters'],
  detect: ({ name, description, parameters }) => {
    const isExamined = examinesInput({ name, description });
    return presentIf(
      parameters.list
        .filter((parameter) => isOfKind(parameter, 'sql') && takesText(parameter))
        .map((parameter) => quoteParameter(parameter, isExamined ? 'aside' : 'main')),
    );
  },
});
