import { defineSignal, presentIf } from '../define-signal.ts';
import { findHandlerEvidence } from '../find-handler-evidence.ts';

export default defineSignal({
  id: 'handler-runs',
  title: 'Its handler runs, stops or sends something',
  indicates: 'runs',
  confidence: 'high',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['handler'],
  detect: ({ handler }) => presentIf(findHandlerEvidence(handler, 'runs')),
});
