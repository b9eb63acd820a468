import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'an execution', tool: { name: 'execute_workflow' }, quote: 'execute' },
    {
      shows: 'a deployment in a description',
      tool: { name: 'ship', description: 'Deploys the site to production.' },
      quote: 'Deploys the site',
    },
    { shows: 'a run that is created', tool: { name: 'create_pipeline_run' }, quote: 'create' },
  ],
  absent: [
    { shows: 'a list of runs', tool: { name: 'get_run', description: 'Returns one run.' }, nearMiss: true },
    {
      shows: 'a search that is “performed”',
      tool: { name: 'perform_search', description: 'Performs a search.' },
      nearMiss: true,
    },
    {
      shows: 'a denial',
      tool: { name: 'build_query', description: 'Returns the SQL without executing it.' },
      adversarial: true,
    },
  ],
} satisfies SignalExamples;
