/** Which starts to try before any guess: the launch profile, what worked the last time, and the plain one. */
import type { LaunchProfile } from '../../schema/launch-profile.ts';
import type { Launch } from '../../schema/snapshot.ts';
import { sandboxHome } from '../sandbox/sandbox.ts';
import { makeDummyValue } from './dummy-values.ts';
import { launchProfiles } from './launch-profiles.generated.ts';
import { barePlan, describePlan, type LaunchPlan } from './plan-attempts.ts';
import type { ReadmeLaunch } from './readme-launches.ts';

export interface KnownLaunches {
  profile: LaunchProfile | undefined;
  /** How it was started when it gave its list the last time. */
  last: Launch | undefined;
  readme: readonly ReadmeLaunch[];
}

/** `serverId` is a purl without a version. */
export function findLaunchProfile(serverId: string): LaunchProfile | undefined {
  return launchProfiles.find((profile) => profile.package === serverId);
}

/** In this order, distinct; the plain one is always the last, since what it says of its failure guides the guesses. */
export function planOpenings({ profile, last, readme }: KnownLaunches): LaunchPlan[] {
  const plans = [
    ...(profile === undefined ? [] : [planProfile(profile)]),
    ...(last === undefined || last.profile !== undefined ? [] : [repeatLaunch(last, readme)]),
    barePlan,
  ];
  const seen = new Set<string>();
  return plans.filter((plan) => seen.size < seen.add(describePlan(plan)).size);
}

function planProfile({ id, args, env, files, backends }: LaunchProfile): LaunchPlan {
  const fill = (text: string) => text.replaceAll('{home}', sandboxHome);
  return {
    args: args.map(fill),
    env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, fill(value)])),
    negotiation: 'auto',
    standIns: Object.keys(env),
    files,
    backends,
    profile: id,
  };
}

/** Values are never kept, so they are made up once more in the way they were then. */
function repeatLaunch(last: Launch, readme: readonly ReadmeLaunch[]): LaunchPlan {
  const described = readme.find(({ env }) => last.environment.some((name) => Object.hasOwn(env, name)));
  const settings = last.environment.filter(
    (name) => Object.hasOwn(described?.env ?? {}, name) && !described?.standIns.includes(name),
  );
  const env = last.environment.map((name) => {
    const known = Object.hasOwn(described?.env ?? {}, name) ? described?.env[name] : undefined;
    return [name, known ?? makeDummyValue(name)] as const;
  });
  return {
    ...barePlan,
    args: last.args,
    env: Object.fromEntries(env),
    standIns: [
      ...last.environment.filter((name) => !settings.includes(name)),
      ...(described?.standIns.filter((name) => !Object.hasOwn(described.env, name)) ?? []),
    ],
    backends: last.backends ?? [],
  };
}
