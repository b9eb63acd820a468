/** Starts a server as often as it takes, within bounds, until it gives its tools. */
import type { Reached, Sandbox, SandboxLimits, SandboxRequest } from '../sandbox/sandbox.ts';
import { defaultLimits, sandboxHome } from '../sandbox/sandbox.ts';
import { type AttemptLimits, type AttemptOutcome, attemptLaunch, type Evidence } from './attempt.ts';
import { classifyFailure, type Failure } from './describe-evidence.ts';
import { describeEgress, type Egress, noteNetwork } from './egress.ts';
import { type LaunchPlan, planAfterRefusal, planNext, planWithoutSettings } from './plan-attempts.ts';
import type { ReadmeLaunch } from './readme-launches.ts';
import { defaultSessionLimits, type Session } from './session.ts';

/** A program inside the sandbox: everything of a launch but what the attempts vary. `env` stands whatever they set. */
export type Program = Pick<SandboxRequest, 'command' | 'args' | 'mounts' | 'network'> & {
  env?: Readonly<Record<string, string>>;
};

export interface IntrospectOptions {
  sandbox: Sandbox;
  program: Program;
  /** Starts to begin with, at least one. */
  openings: readonly LaunchPlan[];
  /** Starts to fall back on. */
  readme: readonly ReadmeLaunch[];
  signal: AbortSignal;
  onProgress: (step: string) => void;
  limits?: Partial<AttemptLimits>;
}

/** `egress` is what any of the attempts tried to reach, in a snapshot's form, and `egressGap` why there may be more. */
export type Introspection = { plan: LaunchPlan; attempts: number; egress: string[]; egressGap?: string } & (
  | { ok: true; session: Session }
  | ({ ok: false } & Failure)
);

/** Beyond the openings. */
const maxGuesses = 3;
const totalMs = 90_000;
const defaultAttemptLimits: AttemptLimits = { ...defaultSessionLimits, silentMs: 15_000, elsewhereMs: 3_000 };

interface Listed {
  session: Session;
  plan: LaunchPlan;
}

/** Rejects only when the signal aborts. Nothing that was started still runs when this settles. */
export async function introspect(options: IntrospectOptions): Promise<Introspection> {
  const { openings, readme } = options;
  const begun = Date.now();
  const tried: LaunchPlan[] = [];
  const reached: Reached[] = [];
  const gaps = new Set<string>();
  let best: Listed | undefined;
  let failure: Failure | undefined;
  const attempt = async (plan: LaunchPlan): Promise<AttemptOutcome> => {
    tried.push(plan);
    const outcome = await startOnce(options, plan, tried.length);
    reached.push(...(outcome.evidence.reached ?? []));
    if (outcome.evidence.reachedGap !== undefined) gaps.add(outcome.evidence.reachedGap);
    if (outcome.session !== undefined) best = chooseLonger(best, { session: outcome.session, plan });
    return outcome;
  };
  let plan = openings[0];
  while (plan !== undefined) {
    const { session, evidence } = await attempt(plan);
    if (session !== undefined && (session.problem === undefined || session.tools.length > 0)) {
      const plainer = planWithoutSettings(plan);
      if (plainer !== undefined) await attempt(plainer);
      break;
    }
    // What it says when started plainly tells most; how it fails under our guesses tells of our guesses.
    if (tried.length <= openings.length || getsFurther(failure, evidence)) failure = classifyFailure(evidence);
    const timeLeft = Date.now() - begun < totalMs && tried.length < openings.length + maxGuesses;
    plan = openings[tried.length] ?? (timeLeft ? planFurther(tried, session, evidence, readme) : undefined);
  }
  return conclude(best, failure, tried, describeEgress(reached, gaps));
}

/** It was given what it had asked for, and now runs and says nothing. */
function getsFurther(failure: Failure | undefined, { endedItself }: Evidence): boolean {
  return !endedItself && (failure?.failure === 'credential-required' || failure?.failure === 'arguments-required');
}

function planFurther(
  tried: readonly LaunchPlan[],
  session: Session | undefined,
  evidence: Evidence,
  readme: readonly ReadmeLaunch[],
): LaunchPlan | undefined {
  if (session === undefined) return planNext(tried, evidence, readme);
  const refusal = session.problem?.kind === 'error' ? session.problem.message : '';
  return planAfterRefusal(tried, { ...evidence, text: refusal });
}

function startOnce(options: IntrospectOptions, plan: LaunchPlan, number: number): Promise<AttemptOutcome> {
  options.onProgress(number === 1 ? 'starting it' : `starting it another way (${number})`);
  const limits = { ...defaultAttemptLimits, ...options.limits };
  return attemptLaunch(options.sandbox, makeRequest(options.program, plan), plan.negotiation, limits, options.signal);
}

/** The whole list, and of two such the longer one; of two that are the same, the first. */
function chooseLonger(one: Listed | undefined, other: Listed): Listed {
  const measure = ({ session }: Listed) => [session.problem === undefined ? 1 : 0, session.tools.length] as const;
  if (one === undefined) return other;
  const [whole, length] = measure(one);
  const [otherWhole, otherLength] = measure(other);
  return otherWhole - whole > 0 || (otherWhole === whole && otherLength > length) ? other : one;
}

function conclude(
  best: Listed | undefined,
  failure: Failure | undefined,
  tried: readonly LaunchPlan[],
  egress: Egress,
): Introspection {
  const about = { attempts: tried.length, ...egress };
  if (best !== undefined) return { ok: true, ...about, ...best };
  const last = tried.at(-1);
  if (failure === undefined || last === undefined) throw new Error('there must be at least one way to start a server');
  return {
    ok: false,
    ...about,
    plan: last,
    ...failure,
    reason: `${failure.reason}${noteNetwork(failure, egress.egress)}`,
  };
}

const programFolders = '/opt/node/bin:/usr/local/bin:/usr/bin:/bin';
const wallLimits: SandboxLimits = { ...defaultLimits, wallMs: 75_000 };

function makeRequest(program: Program, plan: LaunchPlan): SandboxRequest {
  return {
    ...program,
    args: [...program.args, ...plan.args],
    // A README does not get to change where programs are found.
    env: { ...plan.env, PATH: programFolders, HOME: sandboxHome, LANG: 'C.UTF-8', ...program.env },
    cwd: sandboxHome,
    files: plan.files,
    limits: wallLimits,
    ...(program.network === 'none' ? { watch: { backends: plan.backends } } : {}),
  };
}
