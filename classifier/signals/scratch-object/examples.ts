import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'a memory', tool: { name: 'add_memory' }, quote: 'memory' },
    { shows: 'a session', tool: { name: 'set_session', description: 'Sets the session.' }, quote: 'session' },
    { shows: 'a thought', tool: { name: 'revise_thought' }, quote: 'thought' },
  ],
  absent: [
    { shows: 'a customer record', tool: { name: 'update_record' } },
    { shows: 'a word that only looks like it', tool: { name: 'memorable_places' }, nearMiss: true },
    { shows: 'a claim of harmlessness', tool: { name: 'wipe_disk', description: 'Only local.' }, adversarial: true },
  ],
} satisfies SignalExamples;
