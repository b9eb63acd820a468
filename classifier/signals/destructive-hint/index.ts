import { defineSignal, presentIf } from '../define-signal.ts';
import { quoteHint } from '../find-evidence.ts';
import { isLibraryDefault } from '../library-default.ts';

export default defineSignal({
  id: 'destructive-hint',
  title: 'Its author declares that it may destroy',
  indicates: 'claims-destruction',
  confidence: 'medium',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['annotations'],
  detect: ({ annotations }) =>
    presentIf(
      annotations?.destructiveHint === true && !isLibraryDefault(annotations)
        ? [quoteHint('destructiveHint', true)]
        : [],
    ),
});
