import { defineSignal, presentIf } from '../define-signal.ts';
import { findNouns } from '../find-evidence.ts';

export default defineSignal({
  id: 'private-messages',
  title: 'It is about mail or messages',
  indicates: 'touches-private-messages',
  confidence: 'low',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['name', 'description'],
  detect: (reading) => presentIf(findNouns(reading, ['private-message'])),
});
