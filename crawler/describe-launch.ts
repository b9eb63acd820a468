/** How a server was started, for the record: names of variables, never their values. */
import type { Backend } from '../schema/launch-profile.ts';
import type { Launch } from '../schema/snapshot.ts';
import type { LaunchPlan } from './introspect/plan-attempts.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

/** `args` are those before the plan's own. */
export function describeLaunch(command: string, args: readonly string[], plan: LaunchPlan, sandbox: Sandbox): Launch {
  return {
    transport: 'stdio',
    command,
    args: [...args, ...plan.args],
    environment: Object.keys(plan.env).sort(),
    ...(plan.profile === undefined ? {} : { profile: plan.profile }),
    ...(plan.backends.length === 0 ? {} : { backends: [...plan.backends] }),
    sandbox: sandbox.id,
  };
}

const serviceNames: Readonly<Record<Backend, string>> = {
  mysql: 'a MySQL server',
  postgres: 'a PostgreSQL server',
  redis: 'a Redis server',
};

/** Everything that was not real, in words. */
export function listStandIns(plan: LaunchPlan): string[] {
  return [...plan.standIns, ...plan.backends.map((backend) => serviceNames[backend])];
}
