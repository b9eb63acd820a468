import { defineSignal, presentIf } from '../define-signal.ts';
import { findPhrase } from '../find-evidence.ts';

export default defineSignal({
  id: 'overwriting',
  title: 'The description says that it replaces what is there',
  indicates: 'overwrites',
  confidence: 'high',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['description'],
  detect: ({ description }) =>
    description
      ? presentIf(findPhrase(description, 'overwrites'))
      : { outcome: 'unknown', because: 'there is no description' },
});
