import { defineSignal, presentIf } from '../define-signal.ts';
import { findNouns } from '../find-evidence.ts';

export default defineSignal({
  id: 'personal-data',
  title: 'It is about people',
  indicates: 'touches-personal-data',
  confidence: 'low',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['name', 'description'],
  detect: (reading) => presentIf(findNouns(reading, ['personal', 'regulated'])),
});
