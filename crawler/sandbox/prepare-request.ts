/** What every provider has to know before it builds: whom the program runs as, and what the file system inside holds. */
import { isWatched, listMounts, packetDescriptor } from './companion.ts';
import { findIdentity, type Identity } from './identity.ts';
import { buildPrelude, type Call } from './kernel/prelude.ts';
import { type Architecture, findArchitecture } from './kernel/system-calls.ts';
import { checkRequest, startedDescriptor } from './last-steps.ts';
import { planLayout, type Step } from './layout.ts';
import { planMounts } from './mount-steps.ts';
import { raiseLoopbackCalls, watchCalls } from './network-calls.ts';
import { filterCalls, ownNamespacesCalls, ownProcessesCalls, preludes } from './preludes.ts';
import type { SandboxRequest } from './sandbox.ts';

export type PreparedRequest = { ok: true; identity: Identity; layout: Step[] } | { ok: false; reason: string };

/** `prepare`: what a provider could not do itself, once the file system is there. */
export function prepareRequest(request: SandboxRequest, prepare: readonly Call[]): PreparedRequest {
  const architecture = findArchitecture();
  if (architecture === undefined)
    return { ok: false, reason: `there is no filter of system calls for ${process.arch}` };
  const identity = findIdentity();
  const reason = checkRequest(request);
  if (reason !== undefined) return { ok: false, reason };
  const mounts = planMounts(listMounts(request), identity);
  if (!mounts.ok) return mounts;
  const programs = planPreludes(architecture, [...prepare, ...prepareNetwork(request)]);
  return { ok: true, identity, layout: planLayout(request, identity, mounts.steps, programs) };
}

function prepareNetwork(request: SandboxRequest): Call[] {
  if (request.network === 'host') return [];
  return isWatched(request) ? watchCalls(packetDescriptor) : raiseLoopbackCalls(startedDescriptor + 1);
}

function planPreludes(architecture: Architecture, prepare: readonly Call[]): Step[] {
  return [
    { do: 'program', to: preludes.prepare, content: buildPrelude(architecture, prepare) },
    { do: 'program', to: preludes.ownNamespaces, content: buildPrelude(architecture, ownNamespacesCalls()) },
    { do: 'program', to: preludes.ownProcesses, content: buildPrelude(architecture, ownProcessesCalls()) },
    { do: 'program', to: preludes.filter, content: buildPrelude(architecture, filterCalls(architecture)) },
  ];
}
