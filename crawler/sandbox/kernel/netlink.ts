/** Messages to the kernel's routing (rtnetlink(7)), for a network namespace that has nothing but its loopback, which is interface 1. */

const newLink = 16;
const newRoute = 24;
const request = 0x1;
const create = 0x400;
const loopback = 1;
const isUp = 0x1;
const families = { ipv4: 2, ipv6: 10 };
const localTable = 255;
const byAdministrator = 4;
const withinHost = 254;
const toThisHost = 2;
const outgoingInterface = 4;

function makeMessage(type: number, flags: number, body: Buffer): Buffer {
  const header = Buffer.alloc(16);
  header.writeUInt32LE(header.length + body.length, 0);
  header.writeUInt16LE(type, 4);
  header.writeUInt16LE(flags, 6);
  return Buffer.concat([header, body]);
}

/** `struct ifinfomsg`: the loopback is to be up, whatever else is set of it. */
export function raiseLoopback(): Buffer {
  const body = Buffer.alloc(16);
  body.writeInt32LE(loopback, 4);
  body.writeUInt32LE(isUp, 8);
  body.writeUInt32LE(isUp, 12);
  return makeMessage(newLink, request, body);
}

/** `struct rtmsg` and one attribute: every address of the family is one of this machine's own. */
export function ownEveryAddress(family: keyof typeof families): Buffer {
  const message = Buffer.from([
    families[family],
    0,
    0,
    0,
    localTable,
    byAdministrator,
    withinHost,
    toThisHost,
    0,
    0,
    0,
    0,
  ]);
  const attribute = Buffer.alloc(8);
  attribute.writeUInt16LE(attribute.length, 0);
  attribute.writeUInt16LE(outgoingInterface, 2);
  attribute.writeUInt32LE(loopback, 4);
  return makeMessage(newRoute, request | create, Buffer.concat([message, attribute]));
}
