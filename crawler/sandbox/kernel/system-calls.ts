/**
 * Numbers of Linux's system calls: x86_64 from `arch/x86/entry/syscalls/syscall_64.tbl`, aarch64 from `scripts/syscall.tbl`. A call
 * that an architecture has never had is undefined there.
 */

export type Architecture = 'x64' | 'arm64';

type Numbers = readonly [x64: number, arm64: number | undefined];

const numbers = {
  acct: [163, 89],
  add_key: [248, 217],
  bind: [49, 200],
  bpf: [321, 280],
  chroot: [161, 51],
  clock_adjtime: [305, 266],
  clock_settime: [227, 112],
  clone: [56, 220],
  clone3: [435, 435],
  close: [3, 57],
  delete_module: [176, 106],
  exit_group: [231, 94],
  fanotify_init: [300, 262],
  finit_module: [313, 273],
  fsconfig: [431, 431],
  fsmount: [432, 432],
  fsopen: [430, 430],
  fspick: [433, 433],
  init_module: [175, 105],
  io_uring_enter: [426, 426],
  io_uring_register: [427, 427],
  io_uring_setup: [425, 425],
  ioctl: [16, 29],
  ioperm: [173, undefined],
  iopl: [172, undefined],
  kcmp: [312, 272],
  kexec_file_load: [320, 294],
  kexec_load: [246, 104],
  keyctl: [250, 219],
  lookup_dcookie: [212, 18],
  memfd_secret: [447, 447],
  modify_ldt: [154, undefined],
  mount: [165, 40],
  mount_setattr: [442, 442],
  move_mount: [429, 429],
  nfsservctl: [180, 42],
  open_by_handle_at: [304, 265],
  open_tree: [428, 428],
  perf_event_open: [298, 241],
  personality: [135, 92],
  pidfd_getfd: [438, 438],
  pivot_root: [155, 41],
  prctl: [157, 167],
  process_madvise: [440, 440],
  process_vm_readv: [310, 270],
  process_vm_writev: [311, 271],
  ptrace: [101, 117],
  quotactl: [179, 60],
  quotactl_fd: [443, 443],
  reboot: [169, 142],
  request_key: [249, 218],
  sendto: [44, 206],
  setdomainname: [171, 162],
  sethostname: [170, 161],
  setns: [308, 268],
  setsockopt: [54, 208],
  settimeofday: [164, 170],
  socket: [41, 198],
  socketpair: [53, 199],
  swapoff: [168, 225],
  swapon: [167, 224],
  syslog: [103, 116],
  umount2: [166, 39],
  unshare: [272, 97],
  uselib: [134, undefined],
  userfaultfd: [323, 282],
  vhangup: [153, 58],
  write: [1, 64],
} as const satisfies Record<string, Numbers>;

export type CallName = keyof typeof numbers;

/**
 * The last call that was looked at here, `removexattrat` of Linux 6.13. From 424 on a call has the same number everywhere.
 */
export const newestCall = 466;

export function numberOf(name: CallName, architecture: Architecture): number | undefined {
  return numbers[name][architecture === 'x64' ? 0 : 1];
}

/** Undefined on a machine for which there are no numbers here. */
export function findArchitecture(name: string = process.arch): Architecture | undefined {
  return name === 'x64' || name === 'arm64' ? name : undefined;
}
