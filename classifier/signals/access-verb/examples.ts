import type { SignalExamples } from '../signal-examples.ts';

export default {
  present: [
    { shows: 'an invitation', tool: { name: 'invite_member' }, quote: 'invite' },
    { shows: 'a role', tool: { name: 'update_role' }, quote: 'update' },
    {
      shows: 'a grant in a description',
      tool: { name: 'rights', description: 'Grants a user access to a folder.' },
      quote: 'Grants a user access',
    },
  ],
  absent: [
    { shows: 'a list of roles', tool: { name: 'list_roles', description: 'Lists roles.' } },
    {
      shows: 'an access log',
      tool: { name: 'get_access_log', description: 'Returns the access log.' },
      nearMiss: true,
    },
    {
      shows: 'a denial',
      tool: { name: 'check_rights', description: 'Checks rights without granting any.' },
      adversarial: true,
    },
  ],
} satisfies SignalExamples;
