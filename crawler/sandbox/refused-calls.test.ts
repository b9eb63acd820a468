/** That the kernel does refuse, from inside, what the filter says. Perl is what most systems have that can make any system call. */
import { describe, expect, test } from 'vitest';
import { findSystemProgram } from './host-programs.ts';
import { refusedCalls } from './kernel/call-filter.ts';
import { type CallName, findArchitecture, numberOf } from './kernel/system-calls.ts';
import { findTestedProviders, runNode, runRequest } from './launch-for-test.ts';

const providers = await findTestedProviders();
const architecture = findArchitecture() ?? 'x64';
const perl = findSystemProgram('perl');
if (perl === undefined) process.stderr.write('\n*** SYSTEM CALLS NOT TRIED FROM INSIDE: there is no perl here ***\n\n');

/** Name, number, arguments; prints each name with the error that it came to. */
const script = `use Errno;
  while (@ARGV) {
    my ($name, $number, @rest) = split / /, shift;
    $! = 0;
    my $given = syscall($number, map { $_ + 0 } @rest);
    my ($error) = grep { $!{$_} } qw(EPERM ENOSYS EAFNOSUPPORT EBADF EINVAL);
    print "$name ", ($given == -1 ? $error // $! : 'done'), "\\n";
  }`;

type Attempt = readonly [what: string, call: CallName, args: readonly number[], comesTo: string];

const attempts: readonly Attempt[] = [
  ...refusedCalls.map((name): Attempt => [name, name, [0, 0, 0, 0, 0, 0], 'EPERM']),
  ['newer-clone', 'clone3', [0, 0], 'ENOSYS'],
  ['clone-user-namespace', 'clone', [0x10000011, 0, 0, 0, 0], 'EPERM'],
  ['fixed-addresses', 'personality', [0x40000], 'EPERM'],
  ['which-personality', 'personality', [0xffffffff], 'done'],
  ['type-into-terminal', 'ioctl', [0, 0x5412, 0], 'EPERM'],
  ['type-with-upper-half', 'ioctl', [0, 0x1_0000_5412, 0], 'EPERM'],
  ['packets', 'socket', [17, 3, 0], 'EAFNOSUPPORT'],
  ['kernel-cryptography', 'socket', [38, 5, 0], 'EAFNOSUPPORT'],
  ['host-of-machine', 'socket', [40, 1, 0], 'EAFNOSUPPORT'],
  ['netfilter', 'socket', [16, 3, 12], 'EAFNOSUPPORT'],
  ['sctp', 'socket', [2, 5, 0], 'EAFNOSUPPORT'],
  ['routes', 'socket', [16, 3, 0], 'done'],
  ['local-socket', 'socket', [1, 1, 0], 'done'],
];

describe.each(providers)('$id', ({ box, missing }) => {
  const inside = test.skipIf(missing || perl === undefined);

  inside('refuses each call of the list to the program', async () => {
    const known = attempts.filter(([, call]) => numberOf(call, architecture) !== undefined);
    const args = known.map(([what, call, rest]) => [what, numberOf(call, architecture), ...rest].join(' '));
    const { stdout, stderr } = await runRequest(box, { command: 'perl', args: ['-e', script, ...args] });

    expect(stdout.split('\n').filter(Boolean), stderr).toEqual(known.map(([what, , , error]) => `${what} ${error}`));
  });

  test.skipIf(missing || perl === undefined || architecture !== 'x64')('has no calls of x32', async () => {
    const args = ['-e', script, `unshare ${0x40000000 + 272} 0`, `newer ${100_000} 0`];
    const { stdout } = await runRequest(box, { command: 'perl', args });

    expect(stdout).toBe('unshare ENOSYS\nnewer ENOSYS\n');
  });

  test.skipIf(missing)('filters the program and every process that can be seen inside but its first', async () => {
    const { stdout } = await runNode(
      box,
      `const { readdirSync, readFileSync } = require('node:fs');
       const filters = readdirSync('/proc').filter(Number).filter((pid) => pid !== '1').map((pid) => /^Seccomp:\\t(\\d)/m.exec(readFileSync('/proc/' + pid + '/status'))[1]);
       console.log([...new Set(filters)].join(), Object.keys(require('node:os').networkInterfaces()).join())`,
    );

    expect(stdout).toBe('2 lo\n');
  });
});
