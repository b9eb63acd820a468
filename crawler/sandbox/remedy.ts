/** What a person can do where no sandbox works: lift what forbids it, or install what is missing. */
import { readFileSync } from 'node:fs';
import { findProgram } from './host-programs.ts';

const installs: readonly { ids: readonly string[]; line: string }[] = [
  { ids: ['debian', 'ubuntu'], line: 'apt-get install bubblewrap' },
  { ids: ['fedora', 'rhel', 'centos'], line: 'dnf install bubblewrap' },
  { ids: ['alpine'], line: 'apk add bubblewrap util-linux' },
  { ids: ['arch'], line: 'pacman -S bubblewrap' },
  { ids: ['opensuse', 'suse'], line: 'zypper install bubblewrap' },
];

/** Settings by which distributions keep ordinary users from making user namespaces, and the value that does so. */
const locks: readonly { setting: string; locked: string; open: string }[] = [
  // Ubuntu since 23.10.
  { setting: 'kernel.apparmor_restrict_unprivileged_userns', locked: '1', open: '0' },
  // Debian before 11, and hardened kernels.
  { setting: 'kernel.unprivileged_userns_clone', locked: '0', open: '1' },
  { setting: 'user.max_user_namespaces', locked: '0', open: '10000' },
];

export function findRemedy(): string {
  const hasBubblewrap = findProgram('bwrap') !== undefined;
  const lock = process.getuid?.() === 0 ? undefined : findLock((setting) => readText(settingFile(setting)).trim());
  if (lock !== undefined) return lock;
  if (hasBubblewrap) return 'allow this machine or container to make user and mount namespaces';
  return findInstallLine(readText('/etc/os-release') || readText('/usr/lib/os-release'));
}

/** The command that lifts the first lock found. */
export function findLock(readSetting: (setting: string) => string): string | undefined {
  const lock = locks.find(({ setting, locked }) => readSetting(setting) === locked);
  return lock === undefined ? undefined : `sysctl -w ${lock.setting}=${lock.open}`;
}

/** By the distribution that os-release(5) names. */
export function findInstallLine(osRelease: string): string {
  const ids = ['ID', 'ID_LIKE'].flatMap((name) => readValue(osRelease, name).split(' '));
  const found = installs.find((entry) => ids.some((id) => entry.ids.includes(id)));
  return found?.line ?? 'install bubblewrap with the package manager of this system';
}

function readValue(osRelease: string, name: string): string {
  const line = osRelease.split('\n').find((line) => line.startsWith(`${name}=`));
  return (line?.slice(name.length + 1) ?? '').trim().replace(/^(["'])(.*)\1$/, '$2');
}

function settingFile(setting: string): string {
  return `/proc/sys/${setting.replaceAll('.', '/')}`;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
