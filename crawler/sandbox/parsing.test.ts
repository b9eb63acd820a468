import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coversId } from './identity.ts';
import { parseHardLimits } from './last-steps.ts';
import { findMountOf, listMountsBelow, parseMountInfo } from './mount-table.ts';
import { findInstallLine, findLock } from './remedy.ts';
import { countsOwnProcesses } from './rights.ts';
import { encodePath } from './unshare-steps.ts';

describe('the install line', () => {
  test.each([
    ['ID=debian\n', 'apt-get install bubblewrap'],
    ['NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n', 'apt-get install bubblewrap'],
    ['ID="rocky"\nID_LIKE="rhel centos fedora"\n', 'dnf install bubblewrap'],
    ['ID=alpine\n', 'apk add bubblewrap util-linux'],
    ["ID='manjaro'\nID_LIKE='arch'\n", 'pacman -S bubblewrap'],
    ['ID=other\n', 'install bubblewrap with the package manager of this system'],
    ['', 'install bubblewrap with the package manager of this system'],
  ])('for %j is %j', (osRelease, line) => {
    expect(findInstallLine(osRelease)).toBe(line);
  });
});

test.each([
  [{ 'kernel.apparmor_restrict_unprivileged_userns': '1' }, 'sysctl -w kernel.apparmor_restrict_unprivileged_userns=0'],
  [{ 'kernel.unprivileged_userns_clone': '0' }, 'sysctl -w kernel.unprivileged_userns_clone=1'],
  [{ 'user.max_user_namespaces': '0' }, 'sysctl -w user.max_user_namespaces=10000'],
  [{ 'kernel.unprivileged_userns_clone': '1', 'user.max_user_namespaces': '9000' }, undefined],
  [{}, undefined],
])('settings of %j are opened by %j', (settings, line) => {
  const known = new Map(Object.entries(settings));
  expect(findLock((setting) => known.get(setting) ?? '')).toBe(line);
});

describe('the mount table', () => {
  const table = parseMountInfo(
    [
      '27 1 254:0 / / rw,relatime - ext4 /dev/vda rw',
      '28 27 0:25 / /usr/a\\040b rw,noexec - tmpfs none rw',
      '29 27 0:25 / /usr/a\\040b ro - tmpfs none rw',
      '30 27 0:26 / /usrx rw - tmpfs none rw',
      'rubbish',
      '',
    ].join('\n'),
  );

  test('lists what is mounted below a folder, the last of several on one place', () => {
    expect(listMountsBelow('/usr', table)).toEqual([{ path: '/usr/a b', noexec: false }]);
  });

  test.each([
    ['/usr/a b/c', '/usr/a b'],
    ['/usr/a bc', '/'],
    ['/usrx', '/usrx'],
  ])('finds that %s lies on %s', (path, mount) => {
    expect(findMountOf(path, table)?.path).toBe(mount);
  });

  test('is read whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseMountInfo(text))));
  });
});

test.each([
  ['         0          0 4294967295\n', true],
  ['         0     100000      65536\n', true],
  ['         0       1000          1\n         1     100000      65536\n', true],
  ['         0       1000          1\n', false],
  ['', false],
])('an id map of %j holds the uid that root’s programs get: %j', (map, covered) => {
  expect(coversId(map)).toBe(covered);
});

test('hard limits are read, and those without end left out', () => {
  const text = [
    'Limit                     Soft Limit           Hard Limit           Units     ',
    'Max cpu time              unlimited            90                   seconds   ',
    'Max file size             unlimited            unlimited            bytes     ',
    'Max processes             100                  4096                 processes ',
  ].join('\n');
  expect([...parseHardLimits(text)]).toEqual([
    ['Max cpu time', 90],
    ['Max processes', 4096],
  ]);
});

test.each([
  ['4.18.0', false],
  ['5.13.19-generic', false],
  ['5.14.0', true],
  ['6.1.0-18-amd64', true],
  ['10.0', true],
])('processes are counted per namespace by Linux %s: %j', (version, counted) => {
  expect(countsOwnProcesses({ privileged: false }, version)).toBe(counted);
});

test('a path written for fstab is read back as it was, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      const written = encodePath(`/${name.replaceAll('\0', '')}`);
      expect(written).not.toMatch(/[ \t\n#]/);
      expect(parseMountInfo(`1 1 0:1 / ${written} rw`)[0]?.path).toBe(`/${name.replaceAll('\0', '')}`);
    }),
  );
});
