/**
 * Which sandbox works on this machine: bubblewrap, else util-linux `unshare`. Each is tried by running something in it, since a
 * program that is installed may still be forbidden to make namespaces. `PLIMSOLL_SANDBOX=bubblewrap|unshare` allows only that one.
 */

import { findArchitecture } from './kernel/system-calls.ts';
import { type ProbeResult, probeBubblewrap, probeUnshare } from './probe.ts';
import { findRemedy } from './remedy.ts';
import type { Sandbox } from './sandbox.ts';

export type FoundSandbox = { found: true; sandbox: Sandbox } | { found: false; reason: string; install: string };

const probes = { bubblewrap: probeBubblewrap, unshare: probeUnshare };
const providerIds: readonly (keyof typeof probes)[] = ['bubblewrap', 'unshare'];

/** One search for each wish in a process; the machine does not change under us. */
const searches = new Map<string, Promise<FoundSandbox>>();

export function findSandbox(): Promise<FoundSandbox> {
  const wish = process.env.PLIMSOLL_SANDBOX ?? '';
  const known = searches.get(wish);
  if (known !== undefined) return known;
  const search = searchSandbox(wish);
  searches.set(wish, search);
  return search;
}

async function searchSandbox(wish: string): Promise<FoundSandbox> {
  const ids = providerIds.filter((id) => wish === '' || wish === id);
  if (ids.length === 0) return refuse([`PLIMSOLL_SANDBOX is ${wish}, which is none of ${providerIds.join(', ')}`]);
  if (process.platform !== 'linux') return refuse([`there is no sandbox for ${process.platform} yet`]);
  if (findArchitecture() === undefined) return refuse([`there is no sandbox for ${process.arch} yet`]);
  const reasons: string[] = [];
  for (const id of ids) {
    const result: ProbeResult = await probes[id]();
    if (result.ok) return { found: true, sandbox: result.sandbox };
    reasons.push(`${id}: ${result.reason}`);
  }
  return refuse(reasons);
}

function refuse(reasons: readonly string[]): FoundSandbox {
  const isKnown = process.platform === 'linux' && findArchitecture() !== undefined;
  const install = isKnown ? findRemedy() : 'run Plimsoll on Linux for x86_64 or aarch64, or in such a container';
  return { found: false, reason: reasons.join('; '), install };
}
