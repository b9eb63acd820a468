import { defineSignal, presentIf } from '../define-signal.ts';
import { findClaims } from '../find-evidence.ts';

export default defineSignal({
  id: 'reading-verb',
  title: 'It is said to read or look something up',
  indicates: 'reads',
  confidence: 'high',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['name', 'title', 'description'],
  detect: (reading) => presentIf(findClaims(reading, ['read'])),
});
