/** Every name that is asked for gets a loopback address of its own, so that a connection tells which name it was for. */

const addresses = new Map<string, string>();
const names = new Map<string, string>();
const maxNames = 4_000;
const pastThem = '127.127.255.254';

export function allotAddress(name: string): string {
  const known = addresses.get(name);
  if (known !== undefined) return known;
  if (addresses.size >= maxNames) return pastThem;
  const number = addresses.size + 1;
  const address = `127.64.${number >> 8}.${number & 255}`;
  addresses.set(name, address);
  names.set(address, name);
  return address;
}

export function findName(address: string): string | undefined {
  return names.get(address);
}
