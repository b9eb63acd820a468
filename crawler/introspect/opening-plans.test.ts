import { describe, expect, it } from 'vitest';
import type { LaunchProfile } from '../../schema/launch-profile.ts';
import type { Launch } from '../../schema/snapshot.ts';
import { launchProfiles } from './launch-profiles.generated.ts';
import { findLaunchProfile, planOpenings } from './opening-plans.ts';
import { barePlan } from './plan-attempts.ts';

const profile: LaunchProfile = {
  id: 'barn',
  package: 'pkg:npm/barn-mcp',
  why: 'It wants a barn.',
  args: ['--barn={home}/barn'],
  env: { BARN: '{home}' },
  files: { 'barn/door': '' },
  backends: ['redis'],
};
const last: Launch = { transport: 'stdio', args: ['graze'], environment: ['FIELD', 'WOOL_TOKEN'] };
const none = { profile: undefined, last: undefined, readme: [] };

describe('planOpenings', () => {
  it('is the plain start where nothing is known', () => {
    expect(planOpenings(none)).toEqual([barePlan]);
  });

  it('puts a profile first, and names it', () => {
    const [first, second] = planOpenings({ ...none, profile });

    expect(first).toMatchObject({
      args: ['--barn=/home/plimsoll/barn'],
      env: { BARN: '/home/plimsoll' },
      files: { 'barn/door': '' },
      backends: ['redis'],
      standIns: ['BARN'],
      profile: 'barn',
    });
    expect(second).toBe(barePlan);
  });

  it('repeats what worked the last time, with values made up as they were', () => {
    const readme = [{ args: ['graze'], env: { FIELD: 'north', WOOL_TOKEN: 'x' }, standIns: ['WOOL_TOKEN'] }];

    const [first] = planOpenings({ ...none, last, readme });

    expect(first).toMatchObject({
      args: ['graze'],
      env: { FIELD: 'north', WOOL_TOKEN: 'x' },
      standIns: ['WOOL_TOKEN'],
    });
  });

  it('makes values up anew where no README has them', () => {
    const [first] = planOpenings({ ...none, last });

    expect(first?.standIns).toEqual(['FIELD', 'WOOL_TOKEN']);
    expect(first?.env.WOOL_TOKEN).toMatch(/dummy/);
  });

  it('does not start it the plain way twice', () => {
    expect(planOpenings({ ...none, last: { transport: 'stdio', args: [], environment: [] } })).toEqual([barePlan]);
  });
});

describe('the launch profiles', () => {
  it('are found by the purl of a package', () => {
    expect(findLaunchProfile('pkg:npm/%40benborla29/mcp-server-mysql')?.backends).toEqual(['mysql']);
    expect(findLaunchProfile('pkg:npm/nobody')).toBeUndefined();
  });

  it.each(launchProfiles.map(({ id, env }) => [id, env] as const))(
    '%s holds nothing that looks like a real credential',
    (_id, env) => {
      const secrets = Object.entries(env).filter(([name]) => /KEY|TOKEN|SECRET|PASS/.test(name));

      for (const [, value] of secrets) expect(value).toMatch(/dummy/i);
    },
  );
});
