import { defineSignal, presentIf } from '../define-signal.ts';
import { examinesInput } from '../examines-input.ts';
import { quoteParameter } from '../find-evidence.ts';
import { isOfKind, takesText } from '../parameter-kinds.ts';

export default defineSignal({
  id: 'code-parameter',
  title: 'A parameter takes source code',
  indicates: 'accepts-code',
  confidence: 'medium',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['name', 'description', 'parameters'],
  detect: ({ name, description, parameters }) => {
    const isExamined = examinesInput({ name, description });
    return presentIf(
      parameters.list
        .filter((parameter) => isOfKind(parameter, 'code') && takesText(parameter))
        .map((parameter) => quoteParameter(parameter, isExamined ? 'aside' : 'main')),
    );
  },
});
