import { defineSignal, presentIf } from '../define-signal.ts';
import { findPhrase } from '../find-evidence.ts';

export default defineSignal({
  id: 'preview-wording',
  title: 'The description says that it only shows what would happen',
  indicates: 'previews',
  confidence: 'medium',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['description'],
  detect: ({ description }) =>
    description
      ? presentIf(findPhrase(description, 'previews'))
      : { outcome: 'unknown', because: 'there is no description' },
});
