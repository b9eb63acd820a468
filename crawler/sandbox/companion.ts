/** Starts our companion beside the program: see companion/main.ts for what it does there. */
import { companionSource } from './companion.generated.ts';
import type { Identity } from './identity.ts';
import { boundResources } from './last-steps.ts';
import { preludes } from './preludes.ts';
import type { ProviderPrograms } from './programs.ts';
import { dropCompanionRights } from './rights.ts';
import type { Mount, SandboxRequest } from './sandbox.ts';

/** What the companion writes to. The last one that a plain sh can name is 9. */
export const reportDescriptor = 4;

const nodeInside = '/opt/plimsoll/node';

export function isWatched({ network, watch }: SandboxRequest): boolean {
  return watch !== undefined && network === 'none';
}

export function listMounts(request: SandboxRequest): readonly Mount[] {
  return isWatched(request) ? [...request.mounts, { from: process.execPath, to: nodeInside }] : request.mounts;
}

/**
 * Arguments: how many words the companion's command has, that command, the command that goes on. Makes every IPv4 address one of
 * this network's own (a route of type local, ip-route(8); by perl through netdevice(7), eight networks that cover all of them) and
 * lets everyone listen on the ports below 1024. Where that fails, less is seen, and nothing else changes.
 */
const startScript = `count=$1 each=0 own=exec
shift
while [ "$each" -lt "$count" ]; do
  each=$((each + 1))
  own="$own \\"\\\${$each}\\""
done
ip route add local 0.0.0.0/0 dev lo 2>/dev/null || perl -e '
  socket(my $s, 2, 2, 0) or exit 1;
  for my $bits (1..8) {
    my $address = pack("Z16 S n C4 x16", "lo:$bits", 2, 0, 2 ** (8 - $bits), 0, 0, 1);
    my $mask = pack("Z16 S n C4 x16", "lo:$bits", 2, 0, (255 << (8 - $bits)) & 255, 0, 0, 0);
    ioctl($s, 0x8916, $address) && ioctl($s, 0x891c, $mask) or exit 1;
  }' 2>/dev/null || true
{ echo 0 > /proc/sys/net/ipv4/ip_unprivileged_port_start; } 2>/dev/null || true
(eval "$own" </dev/null >&${reportDescriptor} 2>/dev/null 3>&- ${reportDescriptor}>&- &)
exec ${reportDescriptor}>&-
shift "$count"
exec "$@"`;

/** Words to put before a command; none where nothing is watched. */
export function startCompanion(programs: ProviderPrograms, request: SandboxRequest, identity: Identity): string[] {
  if (!isWatched(request)) return [];
  const own = [
    ...dropCompanionRights(programs, identity),
    preludes.filter,
    ...boundResources(programs, request.limits, false),
    ...[programs.env, '-i', nodeInside, '--max-old-space-size=128', '--input-type=module'],
    ...['-e', companionSource, '--', ...(request.watch?.backends ?? [])],
  ];
  return [programs.sh, '-c', startScript, 'sh', String(own.length), ...own];
}
