import { defineSignal, presentIf } from '../define-signal.ts';
import { findNouns } from '../find-evidence.ts';

export default defineSignal({
  id: 're-creatable-object',
  title: 'What it is about can be made again',
  indicates: 'is-re-creatable',
  confidence: 'low',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['name', 'description'],
  detect: (reading) => presentIf(findNouns(reading, ['re-creatable'])),
});
