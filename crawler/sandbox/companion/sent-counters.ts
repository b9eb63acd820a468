/** What the kernel has sent for a network namespace since it was made. */
import { readFileSync } from 'node:fs';

export interface Sent {
  connections: number;
  datagrams: number;
}

/** TCP's and UDP's own counters (RFC 4022, tcpActiveOpens; RFC 4113, udpOutDatagrams); undefined where they cannot be read. */
export function readSent(): Sent | undefined {
  try {
    const table = readFileSync('/proc/net/snmp', 'latin1').split('\n');
    const read = (protocol: string, name: string) => {
      const [names, values] = table.filter((line) => line.startsWith(`${protocol}: `)).map((line) => line.split(' '));
      return Number(values?.[names?.indexOf(name) ?? -1]);
    };
    const datagrams6 = /^Udp6OutDatagrams\s+(\d+)$/m.exec(readText('/proc/net/snmp6'))?.[1];
    const connections = read('Tcp', 'ActiveOpens');
    const datagrams = read('Udp', 'OutDatagrams') + Number(datagrams6 ?? 0);
    return Number.isNaN(connections + datagrams) ? undefined : { connections, datagrams };
  } catch {
    return undefined;
  }
}

/** Empty where there is no IPv6. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
