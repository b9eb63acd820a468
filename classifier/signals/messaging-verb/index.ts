import { defineSignal, presentIf } from '../define-signal.ts';
import { findClaims } from '../find-evidence.ts';

export default defineSignal({
  id: 'messaging-verb',
  title: 'It is said to send something to people',
  indicates: 'messages-people',
  confidence: 'high',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['name', 'title', 'description'],
  detect: (reading) => presentIf(findClaims(reading, ['message'])),
});
