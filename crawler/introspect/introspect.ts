/** Starts a server as often as it takes, within bounds, until it gives its tools. */
import type { Sandbox, SandboxLimits, SandboxRequest } from '../sandbox/sandbox.ts';
import { defaultLimits, sandboxHome } from '../sandbox/sandbox.ts';
import { type AttemptLimits, attemptLaunch } from './attempt.ts';
import { classifyFailure, type Failure } from './describe-evidence.ts';
import { barePlan, type LaunchPlan, planNext } from './plan-attempts.ts';
import type { ReadmeLaunch } from './readme-launches.ts';
import { defaultSessionLimits, type Session } from './session.ts';

/** A program inside the sandbox: everything of a launch but what the attempts vary. */
export type Program = Pick<SandboxRequest, 'command' | 'args' | 'mounts' | 'network'>;

export interface IntrospectOptions {
  sandbox: Sandbox;
  program: Program;
  /** Starts to fall back on. */
  readme: readonly ReadmeLaunch[];
  signal: AbortSignal;
  onProgress: (step: string) => void;
  limits?: Partial<AttemptLimits>;
}

export type Introspection =
  | { ok: true; session: Session; plan: LaunchPlan; attempts: number }
  | ({ ok: false; plan: LaunchPlan; attempts: number } & Failure);

const maxAttempts = 4;
const totalMs = 90_000;
const defaultAttemptLimits: AttemptLimits = { ...defaultSessionLimits, silentMs: 15_000, elsewhereMs: 3_000 };

/** Rejects only when the signal aborts. Nothing that was started still runs when this settles. */
export async function introspect(options: IntrospectOptions): Promise<Introspection> {
  const { signal, readme, onProgress } = options;
  const limits = { ...defaultAttemptLimits, ...options.limits };
  const begun = Date.now();
  const tried: LaunchPlan[] = [];
  let first: Failure | undefined;
  let plan = barePlan;
  for (;;) {
    onProgress(tried.length === 0 ? 'starting it' : `starting it another way (${tried.length + 1})`);
    tried.push(plan);
    const outcome = await attemptLaunch(
      options.sandbox,
      makeRequest(options.program, plan),
      plan.negotiation,
      limits,
      signal,
    );
    if (outcome.ok) return { ok: true, session: outcome.session, plan, attempts: tried.length };
    first ??= classifyFailure(outcome.evidence);
    const timeLeft = Date.now() - begun < totalMs && tried.length < maxAttempts;
    const next = timeLeft ? planNext(tried, outcome.evidence, readme) : undefined;
    // What it says when started plainly tells most; how it fails under our guesses tells of our guesses.
    if (next === undefined) return { ok: false, plan, attempts: tried.length, ...first };
    plan = next;
  }
}

const wallLimits: SandboxLimits = { ...defaultLimits, wallMs: 75_000 };

function makeRequest(program: Program, plan: LaunchPlan): SandboxRequest {
  return {
    ...program,
    args: [...program.args, ...plan.args],
    // A README does not get to change where programs are found.
    env: { ...plan.env, PATH: '/opt/node/bin:/usr/local/bin:/usr/bin:/bin', HOME: sandboxHome, LANG: 'C.UTF-8' },
    cwd: sandboxHome,
    limits: wallLimits,
  };
}
