/** What to call the host at an address: the name it was allotted for, this machine, or the address itself. */
import { findName } from './allotted-names.ts';

export function nameHost(address: string): string {
  const plain = address.replace(/^::ffff:/, '');
  return findName(plain) ?? (/^(?:127\.0\.0\.1|::1)$/.test(plain) ? 'localhost' : plain);
}
