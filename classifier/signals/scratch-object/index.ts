import { defineSignal, presentIf } from '../define-signal.ts';
import { findNouns } from '../find-evidence.ts';

export default defineSignal({
  id: 'scratch-object',
  title: 'What it changes is a note or a session of its own',
  indicates: 'stays-local',
  confidence: 'low',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['name', 'description'],
  detect: (reading) => presentIf(findNouns(reading, ['scratch'])),
});
