import { defineSignal, presentIf } from '../define-signal.ts';
import { findClaims } from '../find-evidence.ts';

export default defineSignal({
  id: 'lifecycle-verb',
  title: 'It is said to start, stop or resume something',
  indicates: 'changes-lifecycle',
  confidence: 'high',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['name', 'title', 'description'],
  detect: (reading) => presentIf(findClaims(reading, ['lifecycle'])),
});
