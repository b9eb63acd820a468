import { defineSignal, presentIf } from '../define-signal.ts';
import { findPhrase } from '../find-evidence.ts';

export default defineSignal({
  id: 'read-only-assurance',
  title: 'The description says that nothing is changed',
  indicates: 'assures-reading',
  confidence: 'medium',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['description'],
  detect: ({ description }) =>
    description
      ? presentIf(findPhrase(description, 'assures-reading'))
      : { outcome: 'unknown', because: 'there is no description' },
});
