/** How a server was read, in a sentence that says no more than was done. */
import type { Launch } from '../../../schema/snapshot.ts';

const sandboxes = {
  bubblewrap: 'in a bubblewrap sandbox',
  unshare: 'in a sandbox of Linux namespaces',
  'sandbox-exec': 'in a macOS sandbox',
  docker: 'in a container',
  none: 'without a sandbox',
} as const satisfies Record<NonNullable<Launch['sandbox']>, string>;

const transports = {
  stdio: 'over standard input and output',
  'streamable-http': 'over streamable HTTP',
  sse: 'over server-sent events',
  none: '',
} as const satisfies Record<Launch['transport'], string>;

export function readingWords({ launch }: { launch: Launch }): string {
  if (launch.transport === 'none') return 'From its source, not from a running server';
  const where = launch.sandbox === undefined ? '' : `, ${sandboxes[launch.sandbox]}`;
  return `Live${where}, ${transports[launch.transport]}`;
}
