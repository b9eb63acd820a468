import { defineSignal, presentIf } from '../define-signal.ts';
import { findClaims } from '../find-evidence.ts';

export default defineSignal({
  id: 'interface-verb',
  title: 'It is said to act on a screen, a player or a device',
  indicates: 'actuates',
  confidence: 'medium',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['name', 'title', 'description'],
  detect: (reading) => presentIf(findClaims(reading, ['actuate'])),
});
