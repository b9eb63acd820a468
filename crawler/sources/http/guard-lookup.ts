/**
 * A resolver for one connection that gives no private address. The socket connects to what this gives and asks nobody again, so a
 * name that answers differently a moment later (rebinding) gains nothing.
 */
import { type LookupAddress, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

export type ResolveName = (
  hostname: string,
  options: { all: true; family?: number },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export const privateAddressCode = 'PRIVATE_ADDRESS';

export const resolveName: ResolveName = lookup;

/** For `node:http` and `node:net`. One private address among several refuses them all. */
export function guardLookup(resolve: ResolveName): LookupFunction {
  return (hostname, options, callback) => {
    const family = options.family === 4 || options.family === 6 ? { family: options.family } : {};
    resolve(hostname, { all: true, ...family }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null) callback(error, '');
      else if (first === undefined) callback(makeError('ENOTFOUND'), '');
      else if (!addresses.every(({ address }) => isPublicAddress(address))) callback(makeError(privateAddressCode), '');
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

/** A host written as an address is not looked up at all; `hostname` is that of a URL, brackets included. */
export function isPrivateLiteral(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) !== 0 && !isPublicAddress(bare);
}

export function makeError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}
