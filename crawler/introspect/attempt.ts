/** One start of a server in the sandbox, one conversation, and the end of everything that was started. */
import { backendPorts, backends } from '../../schema/launch-profile.ts';
import type { Reached, Sandbox, SandboxExit, SandboxedProcess, SandboxRequest } from '../sandbox/sandbox.ts';
import type { Negotiation } from './client.ts';
import { ProcessTransport } from './process-transport.ts';
import { holdSession, type Session, type SessionLimits } from './session.ts';
import { TextTail } from './text-tail.ts';

/** Why we stopped waiting, where it was our choice. */
type GaveUp = 'silent' | 'listens-elsewhere' | 'wants-backend';

/** What is known of an attempt beside its list. */
export interface Evidence {
  exit: SandboxExit;
  /** Whether it ended by itself, before we ended it. */
  endedItself: boolean;
  gaveUp: GaveUp | undefined;
  /** What the SDK said of the handshake. */
  handshake: string | undefined;
  /** The end of stderr, and lines of stdout that were no messages. */
  text: string;
  messages: number;
  lineTooLong: boolean;
  /** What it tried to reach; undefined where nothing could watch it. */
  reached: readonly Reached[] | undefined;
  /** Why it may have tried to reach more. */
  reachedGap: string | undefined;
}

/** `session` is undefined where there was no conversation, or where its end says more than the conversation did. */
export interface AttemptOutcome {
  session: Session | undefined;
  evidence: Evidence;
}

export interface AttemptLimits extends SessionLimits {
  /** Without a message on stdout. */
  silentMs: number;
  /** The same, once stderr says that it serves over HTTP, or once it was turned away from a database. */
  elsewhereMs: number;
}

const listensElsewhere =
  /listening (?:on|at)|(?:running|started|available|ready) (?:on|at) (?:port|http)|https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])/i;

/** Rejects only when the signal aborts. Nothing of the server runs any more when this settles. */
export async function attemptLaunch(
  sandbox: Sandbox,
  request: SandboxRequest,
  negotiation: Negotiation,
  limits: AttemptLimits,
  signal: AbortSignal,
): Promise<AttemptOutcome> {
  signal.throwIfAborted();
  const process = sandbox.launch(request);
  const transport = new ProcessTransport(process);
  const stop = () => void transport.close();
  signal.addEventListener('abort', stop, { once: true });
  const imitated = request.watch?.backends ?? [];
  const missing = backends.filter((each) => !imitated.includes(each)).map((each) => backendPorts[each]);
  const watch = watchSilence(process, transport, limits, missing);
  const outcome = await holdSession(transport, negotiation, limits);
  watch.stop();
  const whole = outcome.stage === 'listed' && outcome.problem === undefined;
  const endedItself = !whole && (await hasEnded(process));
  const exit = await process.kill();
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  const conversed = outcome.stage === 'listed' && (!endedItself || outcome.tools.length > 0);
  const evidence = {
    exit,
    endedItself,
    gaveUp: watch.gaveUp(),
    handshake: outcome.stage === 'handshake' ? outcome.message : undefined,
    text: [transport.junkText(), watch.stderr()].filter(Boolean).join('\n'),
    messages: transport.messages,
    lineTooLong: transport.lineTooLong,
    reached: exit.reached,
    reachedGap: describeGap(exit),
  };
  return { session: conversed ? outcome : undefined, evidence };
}

function describeGap({ reason, reached, reachedGap }: SandboxExit): string | undefined {
  // Nothing was started.
  if (reason === 'launch-failed') return undefined;
  return reached === undefined ? 'it was not watched' : reachedGap;
}

function watchSilence(
  process: SandboxedProcess,
  transport: ProcessTransport,
  limits: AttemptLimits,
  missing: readonly number[],
) {
  const tail = new TextTail();
  let gaveUp: GaveUp | undefined;
  const giveUp = (reason: GaveUp) => () => {
    if (transport.messages > 0) return;
    gaveUp = reason;
    void transport.close();
  };
  // Clients of databases try again and again, for as long as we would wait.
  const giveUpAlone = () => {
    if (process.reached?.().some(({ port }) => port !== undefined && missing.includes(port))) giveUp('wants-backend')();
  };
  const timers = [setTimeout(giveUp('silent'), limits.silentMs), setTimeout(giveUpAlone, limits.elsewhereMs)];
  process.stderr.on('error', () => {});
  process.stderr.on('data', (chunk: Buffer) => {
    tail.push(chunk);
    if (timers.length === 2 && listensElsewhere.test(tail.text())) {
      timers.push(setTimeout(giveUp('listens-elsewhere'), limits.elsewhereMs));
    }
  });
  return {
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
    },
    gaveUp: () => gaveUp,
    stderr: () => tail.text(),
  };
}

/** Whether it is over, or is in the act of ending: stdout closes a moment before the process is gone. */
async function hasEnded(process: SandboxedProcess): Promise<boolean> {
  const { promise: tick, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), 250);
  const ended = await Promise.race([process.exit.then(() => true), tick]);
  clearTimeout(timer);
  return ended;
}
