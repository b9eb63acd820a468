/** The command that puts a sandbox on this machine, by the distribution that os-release(5) names. */
import { readFileSync } from 'node:fs';

const lines: readonly { ids: readonly string[]; line: string }[] = [
  { ids: ['debian', 'ubuntu'], line: 'apt-get install bubblewrap' },
  { ids: ['fedora', 'rhel', 'centos'], line: 'dnf install bubblewrap' },
  { ids: ['alpine'], line: 'apk add bubblewrap util-linux' },
  { ids: ['arch'], line: 'pacman -S bubblewrap' },
  { ids: ['opensuse', 'suse'], line: 'zypper install bubblewrap' },
];

export function findInstallLine(osRelease: string = readOsRelease()): string {
  const ids = ['ID', 'ID_LIKE'].flatMap((name) => readValue(osRelease, name).split(' '));
  const found = lines.find((entry) => ids.some((id) => entry.ids.includes(id)));
  return found?.line ?? 'install bubblewrap with the package manager of this system';
}

function readValue(osRelease: string, name: string): string {
  const line = osRelease.split('\n').find((line) => line.startsWith(`${name}=`));
  return (line?.slice(name.length + 1) ?? '').trim().replace(/^(["'])(.*)\1$/, '$2');
}

function readOsRelease(): string {
  for (const path of ['/etc/os-release', '/usr/lib/os-release']) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      // The next one.
    }
  }
  return '';
}
