/**
 * The system calls that a stranger's program does without: those that mount, make or enter namespaces, look into other processes, load
 * code into the kernel, or have been the way out of a user namespace. It is refused what it may not have as the kernel itself
 * would refuse it (EPERM), so that programs fall back; a call newer than this list is not there (ENOSYS).
 */
import { assembleFilter, type Instruction } from './bpf.ts';
import { type Architecture, type CallName, newestCall, numberOf } from './system-calls.ts';

export const refusedCalls: readonly CallName[] = [
  // Mounts, the older and the newer way.
  ...(['mount', 'umount2', 'pivot_root', 'chroot'] as const),
  ...(['move_mount', 'open_tree', 'fsopen', 'fsconfig', 'fsmount', 'fspick', 'mount_setattr'] as const),
  // Namespaces; `clone` is looked at more closely below.
  ...(['unshare', 'setns'] as const),
  // Other processes' memory and descriptors, and files by their number instead of their path.
  ...(['ptrace', 'process_vm_readv', 'process_vm_writev', 'process_madvise', 'kcmp', 'pidfd_getfd'] as const),
  ...(['open_by_handle_at', 'fanotify_init', 'lookup_dcookie'] as const),
  // Large parts of the kernel that were the way out again and again.
  ...(['bpf', 'perf_event_open', 'userfaultfd', 'io_uring_setup', 'io_uring_enter', 'io_uring_register'] as const),
  ...(['add_key', 'request_key', 'keyctl'] as const),
  // Memory that counts for no process.
  ...(['memfd_secret'] as const),
  // The machine itself.
  ...(['init_module', 'finit_module', 'delete_module', 'kexec_load', 'kexec_file_load', 'reboot'] as const),
  ...(['swapon', 'swapoff', 'acct', 'quotactl', 'quotactl_fd', 'syslog', 'nfsservctl', 'vhangup', 'uselib'] as const),
  ...(['settimeofday', 'clock_settime', 'clock_adjtime', 'sethostname', 'setdomainname'] as const),
  ...(['iopl', 'ioperm', 'modify_ldt'] as const),
];

/** `struct seccomp_data` (seccomp(2)); of each argument the low half, since the kernel reads no more of those looked at here. */
const place = { number: 0, architecture: 4, arguments: [16, 24, 32] } as const;
const audit: Record<Architecture, number> = { x64: 0xc000003e, arm64: 0xc00000b7 };
const errors = { EPERM: 1, ENOSYS: 38, EAFNOSUPPORT: 97 };
const returnError = 0x00050000;
/** The names of `linux/seccomp.h`. */
export const verdicts = {
  allow: 0x7fff0000,
  kill: 0x80000000,
  refuse: returnError + errors.EPERM,
  absent: returnError + errors.ENOSYS,
  noFamily: returnError + errors.EAFNOSUPPORT,
};

/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
const newNamespaces = 0x7e020000;
/** TIOCSTI and TIOCLINUX put words into a terminal as if its owner had typed them. */
const terminalRequests = [0x5412, 0x541c];
const families = { unix: 1, inet: 2, netlink: 16, inet6: 10 };
/** Any; ICMP, TCP, UDP, ICMPv6, MPTCP: not the protocols whose modules are loaded on a first use. */
const internetProtocols = [0, 1, 6, 17, 58, 262];
const socketKind = 0xf;
/** Streams, datagrams, and raw ones, for which a capability is needed. */
const socketKinds = [1, 2, 3];
/** Asks which it is; the plain one. */
const personalities = [0xffffffff, 0];

const loadArgument = (index: 0 | 1 | 2): Instruction => ({ do: 'load', size: 'word', at: place.arguments[index] });
const goWhenEqual = (value: number, to: string): Instruction => ({ do: 'jump', when: 'equal', value, to });
const goTo = (label: keyof typeof verdicts): Instruction => ({ do: 'return', value: verdicts[label] });

export function buildCallFilter(architecture: Architecture): Buffer {
  const numbersOf = (names: readonly CallName[]) =>
    names.flatMap((name) => numberOf(name, architecture) ?? []).sort((one, other) => one - other);
  const calls = (names: readonly CallName[], to: string) => numbersOf(names).map((value) => goWhenEqual(value, to));
  return assembleFilter([
    { do: 'load', size: 'word', at: place.architecture },
    { do: 'jump', when: 'equal', value: audit[architecture], otherwise: 'kill' },
    { do: 'load', size: 'word', at: place.number },
    // Those of x32, which are counted from 2 ^ 30 on, too.
    { do: 'jump', when: 'greater', value: newestCall, to: 'absent' },
    // Its flags lie in memory, where no filter can look; libraries then use the older `clone`.
    ...calls(['clone3'], 'absent'),
    ...calls(refusedCalls, 'refuse'),
    ...calls(['clone'], 'clone'),
    ...calls(['ioctl'], 'ioctl'),
    ...calls(['personality'], 'personality'),
    ...calls(['socket', 'socketpair'], 'socket'),
    goTo('allow'),
    ...checkClone(),
    ...checkIoctl(),
    ...checkPersonality(),
    ...checkSocket(),
    ...(['allow', 'refuse', 'absent', 'noFamily', 'kill'] as const).flatMap((name): Instruction[] => [
      { do: 'label', name },
      goTo(name),
    ]),
  ]);
}

function checkClone(): Instruction[] {
  return [
    { do: 'label', name: 'clone' },
    loadArgument(0),
    { do: 'jump', when: 'any-set', value: newNamespaces, to: 'refuse', otherwise: 'allow' },
  ];
}

function checkIoctl(): Instruction[] {
  return [
    { do: 'label', name: 'ioctl' },
    loadArgument(1),
    ...terminalRequests.map((value) => goWhenEqual(value, 'refuse')),
    goTo('allow'),
  ];
}

function checkPersonality(): Instruction[] {
  return [
    { do: 'label', name: 'personality' },
    loadArgument(0),
    ...personalities.map((value) => goWhenEqual(value, 'allow')),
    goTo('refuse'),
  ];
}

/** Of netlink, routes alone, by which Node.js lists network interfaces. */
function checkSocket(): Instruction[] {
  return [
    { do: 'label', name: 'socket' },
    loadArgument(0),
    goWhenEqual(families.unix, 'allow'),
    goWhenEqual(families.inet, 'internet'),
    goWhenEqual(families.inet6, 'internet'),
    { do: 'jump', when: 'equal', value: families.netlink, otherwise: 'noFamily' },
    loadArgument(2),
    { do: 'jump', when: 'equal', value: 0, to: 'allow', otherwise: 'noFamily' },
    { do: 'label', name: 'internet' },
    loadArgument(1),
    { do: 'and', value: socketKind },
    ...socketKinds.map((value) => goWhenEqual(value, 'protocol')),
    goTo('noFamily'),
    { do: 'label', name: 'protocol' },
    loadArgument(2),
    ...internetProtocols.map((value) => goWhenEqual(value, 'allow')),
    goTo('noFamily'),
  ];
}
