import { defineSignal, presentIf } from '../define-signal.ts';
import { findClaims } from '../find-evidence.ts';

export default defineSignal({
  id: 'access-verb',
  title: 'It is said to change who may do what',
  indicates: 'changes-access',
  confidence: 'high',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['name', 'title', 'description'],
  detect: (reading) => presentIf(findClaims(reading, ['access'])),
});
