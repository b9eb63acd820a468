import { defineSignal, presentIf } from '../define-signal.ts';
import { findClaims } from '../find-evidence.ts';
import { findMoneyClaims } from '../money-context.ts';

export default defineSignal({
  id: 'writing-verb',
  title: 'It is said to create or change something',
  indicates: 'writes',
  confidence: 'high',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['name', 'title', 'description', 'parameters'],
  detect: (reading) => presentIf([...findClaims(reading, ['write']), ...findMoneyClaims(reading).other]),
});
