import { defineSignal, presentIf } from '../define-signal.ts';
import { findNouns } from '../find-evidence.ts';

export default defineSignal({
  id: 'foreign-text',
  title: 'It returns what strangers wrote',
  indicates: 'returns-foreign-text',
  confidence: 'medium',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['name', 'description'],
  detect: (reading) => presentIf(findNouns(reading, ['stranger-text'])),
});
