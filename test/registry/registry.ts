/** A package registry on loopback, with the packages a test invents. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { packTarball } from './tarball.ts';

export interface InventedPackage {
  name: string;
  version: string;
  /** Merged into package.json. */
  manifest?: Record<string, unknown>;
  files?: Record<string, string>;
  /** In the place of what would be packed. */
  tarball?: Buffer;
  /** Merged into what the registry says of its tarball, over what is true. */
  dist?: Record<string, unknown>;
}

export interface Registry {
  address: string;
  /** Paths that were asked for, in order. */
  requests: string[];
  /** Requests for these are never answered. */
  stalled: Set<string>;
  /** Requests for these are answered with a failure of the registry's own. */
  broken: Set<string>;
  close(): Promise<void>;
}

export async function startRegistry(packages: readonly InventedPackage[]): Promise<Registry> {
  const tarballs = new Map<string, Buffer>();
  const requests: string[] = [];
  const stalled = new Set<string>();
  const broken = new Set<string>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    requests.push(path);
    if (stalled.has(path)) return;
    if (broken.has(path)) return void response.writeHead(503).end();
    const tarball = tarballs.get(path);
    if (tarball !== undefined) return void response.end(tarball);
    const versions = packages.filter(({ name }) => path === `/${name}`);
    if (versions.length === 0) return void response.writeHead(404).end('{}');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(describePackage(versions, address, tarballs)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this form.
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { address, requests, stalled, broken, close };
}

function describePackage(versions: readonly InventedPackage[], address: string, tarballs: Map<string, Buffer>): object {
  const described = versions.map((invented) => {
    const { name, version, files = {}, dist = {} } = invented;
    const manifest = { name, version, ...invented.manifest };
    const tarball = invented.tarball ?? packTarball({ 'package.json': JSON.stringify(manifest), ...files });
    const path = `/${name}/-/${version}.tgz`;
    tarballs.set(path, tarball);
    const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
    return [version, { ...manifest, dist: { tarball: `${address}${path}`, integrity, ...dist } }];
  });
  return {
    name: versions[0]?.name,
    'dist-tags': { latest: versions.at(-1)?.version },
    versions: Object.fromEntries(described),
  };
}
