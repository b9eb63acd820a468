/** What one reading of a server needs from this machine: a cache, a sandbox, and a way to stop. */
import path from 'node:path';
import type { InspectContext } from '../crawler/inspect.ts';
import { unconfined } from '../crawler/sandbox/direct.ts';
import { findSandbox } from '../crawler/sandbox/find.ts';
import { stateFolder } from './standpoint.ts';

export interface MachineOptions {
  offline?: boolean;
  /** Commander's name for `--no-sandbox`. */
  sandbox?: boolean;
  /** Commander's name for `--no-profiles`. */
  profiles?: boolean;
  header?: Record<string, string>;
  allowNetwork?: boolean;
}

export async function makeInspectContext(options: MachineOptions, signal: AbortSignal): Promise<InspectContext> {
  const sandbox = options.sandbox === false ? { found: true as const, sandbox: unconfined } : await findSandbox();
  return {
    cacheFolder: path.join(stateFolder(), 'cache'),
    sandbox,
    offline: options.offline ?? false,
    signal,
    profiles: options.profiles ?? true,
    headers: options.header ?? {},
    allowNetwork: options.allowNetwork ?? false,
  };
}

/**
 * Aborts at the first SIGINT or SIGTERM, so that what is under way can be ended and what is done is kept; the second one
 * ends this process at once.
 */
export function abortOnSignals(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      controller.abort();
      process.once(signal, () => process.exit(130));
    });
  }
  return controller.signal;
}
