/**
 * Which addresses lie on the public internet: the special-purpose registries of IANA (RFC 6890 and its successors), taken strictly.
 * A cloud's metadata service, a router's page and a neighbour's database are all one list entry away.
 */
import { BlockList, isIP } from 'node:net';

const inner4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;

const inner6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

/** An IPv4 address as IPv6 writes it: mapped (RFC 4291), or behind a translator (RFC 6052). */
const carriers = ['::ffff:', '64:ff9b::'] as const;

const carried = makeList(carriers.map((prefix) => [`${prefix}0.0.0.0`, 96] as const));
const unicast6 = makeList([['2000::', 3]]);
const refused4 = new BlockList();
for (const [address, bits] of inner4) refused4.addSubnet(address, bits, 'ipv4');
const refused6 = makeList([
  ...inner6,
  ...carriers.flatMap((prefix) => inner4.map(([address, bits]) => [prefix + address, 96 + bits] as const)),
]);

/** `address` as the resolver gives it, without brackets. Anything that is no address is not public. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !refused4.check(address, 'ipv4');
  if (family !== 6 || address.includes('%')) return false;
  if (refused6.check(address, 'ipv6')) return false;
  return carried.check(address, 'ipv6') || unicast6.check(address, 'ipv6');
}

function makeList(subnets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [address, bits] of subnets) list.addSubnet(address, bits, 'ipv6');
  return list;
}
