import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildArguments } from './bubblewrap.ts';
import { makeRequest } from './launch-for-test.ts';
import type { Step } from './layout.ts';
import { buildCommand } from './unshare.ts';

const places = {
  prlimit: '/bin/prlimit',
  setpriv: '/bin/setpriv',
  unshare: '/bin/unshare',
  sh: '/bin/sh',
  env: '/bin/env',
};
const programs = { ...places, bwrap: '/bin/bwrap' };
const layout: Step[] = [
  { do: 'bind', from: '/usr', to: '/usr' },
  { do: 'file', to: '/etc/hosts', content: 'hosts' },
  { do: 'scratch', to: '/home', bytes: 1_000_000 },
  { do: 'folder', to: '/home/plimsoll', open: true },
  { do: 'bind', from: '/operator/secret name', to: '/pkg' },
];
const request = makeRequest({ command: 'run', args: ['--flag', 'begin', '$(id)'], env: { LD_PRELOAD: '/evil.so' } });
const users = [{ privileged: true }, { privileged: false }];

describe.each(users)('as a user who is privileged: $privileged', (identity) => {
  const bubblewrap = buildArguments(programs, request, identity, 'sealed', layout);
  const unshare = buildCommand(places, request, identity, 'sealed', layout, []);

  test.each([
    ['bubblewrap', bubblewrap.command],
    ['unshare', unshare],
  ])('%s sets the environment after the last right is gone, and right before the command', (_, command) => {
    const from = command.lastIndexOf('/bin/env');
    expect(command.slice(from)).toEqual(['/bin/env', '-i', 'LD_PRELOAD=/evil.so', 'run', '--flag', 'begin', '$(id)']);
    expect(command.lastIndexOf('--no-new-privs')).toBeLessThan(from);
    expect(command.lastIndexOf('--bounding-set=-all')).toBeGreaterThan(command.lastIndexOf('--keep-caps'));
    expect(command.slice(0, from).join('\n')).not.toContain('evil');
  });

  test('bubblewrap’s command line, which the program can read, holds no path of this machine', () => {
    expect(bubblewrap.command.join('\n')).not.toContain('operator');
    expect(bubblewrap.descriptors.map(({ fd }) => fd)).toEqual([4, 5]);
    expect(bubblewrap.descriptors[0]?.content).toContain('--ro-bind\0/operator/secret name\0/pkg\0');
  });

  test('a user namespace for the mounts is made only where it is needed', () => {
    expect(bubblewrap.options.includes('--unshare-user')).toBe(!identity.privileged);
    expect(unshare.includes('--map-root-user')).toBe(!identity.privileged);
  });

  test('only a request for the network leaves it', () => {
    const open = { ...request, network: 'host' as const };
    expect(bubblewrap.options).toContain('--unshare-net');
    expect(unshare).toContain('--net');
    expect(buildArguments(programs, open, identity, 'sealed', layout).options).not.toContain('--unshare-net');
    expect(buildCommand(places, open, identity, 'sealed', layout, [])).not.toContain('--net');
  });
});

test('whatever a program is asked to do with, its arguments arrive last and unchanged', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (args) => {
      const command = buildCommand(places, { ...request, args }, { privileged: false }, 'sealed', layout, []);
      expect(command.slice(command.length - args.length)).toEqual(args);
    }),
  );
});
