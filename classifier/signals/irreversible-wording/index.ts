import { defineSignal, presentIf } from '../define-signal.ts';
import { findPhrase } from '../find-evidence.ts';

export default defineSignal({
  id: 'irreversible-wording',
  title: 'The description says that there is no way back',
  indicates: 'cannot-be-undone',
  confidence: 'high',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['description'],
  detect: ({ description }) =>
    description
      ? presentIf(findPhrase(description, 'irreversible'))
      : { outcome: 'unknown', because: 'there is no description' },
});
