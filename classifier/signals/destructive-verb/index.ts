import { defineSignal, presentIf } from '../define-signal.ts';
import { findClaims } from '../find-evidence.ts';

export default defineSignal({
  id: 'destructive-verb',
  title: 'It is said to delete, wipe or revoke something',
  indicates: 'deletes',
  confidence: 'high',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['name', 'title', 'description'],
  detect: (reading) => presentIf(findClaims(reading, ['delete'])),
});
