import { defineSignal, presentIf } from '../define-signal.ts';
import { findMoneyClaims } from '../money-context.ts';

export default defineSignal({
  id: 'money-verb',
  title: 'It is said to move or commit money',
  indicates: 'moves-money',
  confidence: 'high',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['name', 'title', 'description', 'parameters'],
  detect: (reading) => presentIf(findMoneyClaims(reading).money),
});
