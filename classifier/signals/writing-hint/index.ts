import { defineSignal, presentIf } from '../define-signal.ts';
import { quoteHint } from '../find-evidence.ts';
import { isLibraryDefault } from '../library-default.ts';

export default defineSignal({
  id: 'writing-hint',
  title: 'Its author declares that it changes something',
  indicates: 'claims-writing',
  confidence: 'medium',
  lifecycle: 'stable',
  since: '0.1.0',
  reads: ['annotations'],
  detect: ({ annotations }) =>
    presentIf(
      annotations?.readOnlyHint === false && !isLibraryDefault(annotations) ? [quoteHint('readOnlyHint', false)] : [],
    ),
});
