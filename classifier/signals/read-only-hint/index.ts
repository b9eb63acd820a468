import { defineSignal, presentIf } from '../define-signal.ts';
import { quoteHint } from '../find-evidence.ts';
import { isLibraryDefault } from '../library-default.ts';

export default defineSignal({
  id: 'read-only-hint',
  title: 'Its author declares it read-only',
  indicates: 'claims-reading',
  confidence: 'medium',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['annotations'],
  detect: ({ annotations }) =>
    presentIf(
      annotations?.readOnlyHint === true && !isLibraryDefault(annotations) ? [quoteHint('readOnlyHint', true)] : [],
    ),
});
