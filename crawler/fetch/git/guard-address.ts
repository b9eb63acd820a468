/**
 * Keeps git from a private address where no person typed the repository's. git resolves names by itself, so the name is resolved here,
 * every address it has is looked at, and git is told to connect to these and to ask nobody again.
 */
import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import { type ResolveName, resolveName } from '../../sources/http/guard-lookup.ts';
import { isPublicAddress } from '../../sources/http/public-address.ts';
import { fail, type GitFailure } from './git-failure.ts';

export interface GuardedAddress {
  ok: true;
  settings: string[];
}

export interface GuardOptions {
  resolve?: ResolveName;
  isPublic?: (address: string) => boolean;
  environment?: Readonly<Record<string, string | undefined>>;
}

/** Why a stranger's location that is a path is not read. */
export const unmeantFolder = 'a folder of this machine is read only where a person gives it';

/** Where a person typed the address nothing is looked up. */
export async function guardAddress(publicOnly: boolean, address: string): Promise<GuardedAddress | GitFailure> {
  return publicOnly ? pinAddress(address) : { ok: true, settings: [] };
}

/** `settings` are for git's command line. Behind a proxy it is the proxy that connects, so that a name it alone knows is its affair. */
export async function pinAddress(
  address: string,
  { resolve = resolveName, isPublic = isPublicAddress, environment = process.env }: GuardOptions = {},
): Promise<GuardedAddress | GitFailure> {
  const { hostname, port, protocol } = new URL(address);
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0) return isPublic(bare) ? { ok: true, settings: [] } : refused();
  const addresses = await lookUp(bare, resolve);
  if (addresses.some((found) => !isPublic(found.address))) return refused();
  if (addresses.length === 0) {
    return hasProxy(protocol, environment)
      ? { ok: true, settings: [] }
      : fail('unreachable', 'the server could not be reached: its name is not known');
  }
  const place = `${bare}:${port || (protocol === 'https:' ? 443 : 80)}`;
  const list = addresses.map((found) => (found.family === 6 ? `[${found.address}]` : found.address)).join(',');
  // CURLOPT_RESOLVE(3). git takes it since 2.37; an older one passes over it, and the look at the addresses is what remains.
  return { ok: true, settings: [`http.curloptResolve=${place}:${list}`] };
}

function lookUp(hostname: string, resolve: ResolveName): Promise<LookupAddress[]> {
  return new Promise((settle) => {
    resolve(hostname, { all: true }, (error, addresses) => settle(error === null ? addresses : []));
  });
}

function hasProxy(protocol: string, environment: NonNullable<GuardOptions['environment']>): boolean {
  const names = protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy'];
  return [...names, 'all_proxy', 'ALL_PROXY'].some((name) => environment[name]);
}

function refused(): GitFailure {
  return fail('unreachable', 'its address is a private one, which is asked only where a person gives it');
}
