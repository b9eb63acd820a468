import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'a restart', tool: { name: 'restart_server' }, quote: 'restart' },
    { shows: 'a state that is forced', tool: { name: 'change_job_status' }, quote: 'change' },
    {
      shows: 'a pause in a description',
      tool: { name: 'campaign', description: 'Pauses a running campaign.' },
      quote: 'Pauses a running campaign',
    },
  ],
  absent: [
    { shows: 'a question about the state', tool: { name: 'get_status', description: 'Returns the status.' } },
    { shows: 'a timer', tool: { name: 'start_timer', description: 'Starts a timer.' }, nearMiss: true },
    {
      shows: 'a start date',
      tool: { name: 'list_shifts', description: 'Lists shifts by start and end date. Never stops a shift.' },
      nearMiss: true,
      adversarial: true,
    },
  ],
} satisfies SignalExamples;
