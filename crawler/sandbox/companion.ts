/** Starts our companion beside the program: see companion/main.ts for what it does there. */
import { companionSource } from './companion.generated.ts';
import { firstProcessScript, runQuietly } from './first-process.ts';
import type { Identity } from './identity.ts';
import { boundResources } from './last-steps.ts';
import { preludes } from './preludes.ts';
import type { ProviderPrograms } from './programs.ts';
import { dropCompanionRights } from './rights.ts';
import type { Mount, SandboxRequest } from './sandbox.ts';

/** What the companion writes to. The last one that a plain sh can name is 9. */
export const reportDescriptor = 4;
/** What the companion reads packets from. */
export const packetDescriptor = 5;

const nodeInside = '/opt/plimsoll/node';

export function isWatched({ network, watch }: SandboxRequest): boolean {
  return watch !== undefined && network === 'none';
}

export function listMounts(request: SandboxRequest): readonly Mount[] {
  return isWatched(request) ? [...request.mounts, { from: process.execPath, to: nodeInside }] : request.mounts;
}

/**
 * Arguments: how many words the companion's command has, that command, the command of the program. The companion's own input and output
 * is the report's descriptor; it also gets the packets, and everyone may listen on the ports below 1024. This shell outlives the
 * program, says so, and waits until the companion has told the rest.
 */
const watchScript = `count=$1 each=0 own=exec
shift
while [ "$each" -lt "$count" ]; do
  each=$((each + 1))
  own="$own \\"\\\${$each}\\""
done
{ echo 0 > /proc/sys/net/ipv4/ip_unprivileged_port_start; } 2>/dev/null || true
[ -e /proc/self/fd/${packetDescriptor} ] || exec ${packetDescriptor}</dev/null
(eval "$own" <&${reportDescriptor} >&${reportDescriptor} 2>/dev/null 3<&${packetDescriptor} ${reportDescriptor}>&- ${packetDescriptor}>&-) &
watcher=$!
shift "$count"
${runQuietly(`${reportDescriptor}>&- ${packetDescriptor}>&-`)}
code=$?
echo ended >&${reportDescriptor}
wait "$watcher"
exit "$code"`;

/**
 * Words to put before a command; none where nothing is watched. The program is then in process and mount namespaces below the
 * companion's: it can neither see nor signal it, whoever's it is (pid_namespaces(7)).
 */
export function startCompanion(programs: ProviderPrograms, request: SandboxRequest, identity: Identity): string[] {
  if (!isWatched(request)) return [];
  const own = [
    ...dropCompanionRights(programs, identity),
    preludes.filter,
    ...boundResources(programs, request.limits, false),
    ...[programs.env, '-i', nodeInside, '--max-old-space-size=128', '--input-type=module'],
    ...['-e', companionSource, '--', ...(request.watch?.backends ?? [])],
  ];
  return [
    ...[programs.sh, '-c', watchScript, 'sh', String(own.length), ...own],
    // Whoever makes a process namespace stays outside; its first child is the first process.
    ...[preludes.ownNamespaces, programs.sh, '-c', firstProcessScript, 'sh', preludes.ownProcesses],
  ];
}
