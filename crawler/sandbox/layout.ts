/** What the file system inside holds, as a list of steps that each provider carries out in its own way. */
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { type Identity, insideId, unusedId } from './identity.ts';
import { type SandboxRequest, sandboxHome } from './sandbox.ts';

export type Step =
  /** Read-only, without set-user-id and devices. */
  | { do: 'bind'; from: string; to: string }
  | { do: 'device'; path: string }
  | { do: 'file'; to: string; content: string }
  | { do: 'link'; to: string; target: string }
  /** One of ours, to be run inside. */
  | { do: 'program'; to: string; content: Buffer }
  /** `open`: the program may write there. */
  | { do: 'folder'; to: string; open: boolean }
  | { do: 'scratch'; to: string; bytes: number };

const systemFolders = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32'];
/** What is public in /etc and needed: never the folders that hold private keys beside the certificates. */
const systemSettings = [
  '/etc/alternatives',
  '/etc/ca-certificates',
  '/etc/ld.so.cache',
  '/etc/localtime',
  '/etc/pki/ca-trust/extracted',
  '/etc/pki/tls/certs',
  '/etc/ssl/cert.pem',
  '/etc/ssl/certs',
  '/etc/ssl/openssl.cnf',
];
const devices = ['null', 'zero', 'full', 'random', 'urandom', 'tty'].map((name) => `/dev/${name}`);

/** The one sized file system that a program can write to. */
export const scratchFolder = '/home';

export function planLayout(
  request: SandboxRequest,
  identity: Identity,
  mounts: readonly Step[],
  programs: readonly Step[],
): Step[] {
  const fixed: Step[] = [
    ...systemFolders.flatMap(showPath),
    ...[...systemSettings, ...listJavaSettings()].flatMap(showPath),
    ...devices.filter((path) => existsSync(path)).map((path): Step => ({ do: 'device', path })),
    ...linkDescriptors(),
    ...writeSettings(request, identity),
    ...programs,
  ];
  // One sized file system behind HOME, /tmp and /dev/shm, so that the bound holds for all of them together.
  const scratch: Step[] = [
    { do: 'scratch', to: scratchFolder, bytes: request.limits.diskBytes },
    { do: 'folder', to: sandboxHome, open: true },
    { do: 'folder', to: '/home/.tmp', open: true },
    { do: 'folder', to: '/home/.shm', open: true },
    { do: 'link', to: '/tmp', target: '/home/.tmp' },
    { do: 'link', to: '/dev/shm', target: '/home/.shm' },
  ];
  return [...addParents(fixed), ...scratch, ...addParents([...seedHome(request), ...mounts])];
}

function seedHome({ files = {} }: SandboxRequest): Step[] {
  return Object.entries(files).map(([file, content]) => ({ do: 'file', to: posix.join(sandboxHome, file), content }));
}

/** Puts before each step the folders that it lies in, once each. */
function addParents(steps: readonly Step[]): Step[] {
  const known = new Set(['/', '/home', sandboxHome]);
  return steps.flatMap((step) => {
    const to = step.do === 'device' ? step.path : step.to;
    const parents: Step[] = [];
    for (let folder = dirname(to); !known.has(folder); folder = dirname(folder)) {
      known.add(folder);
      parents.unshift({ do: 'folder', to: folder, open: folder.startsWith(`${sandboxHome}/`) });
    }
    if (step.do === 'folder') known.add(to);
    return [...parents, step];
  });
}

/** A system path as it is on this machine: a link stays a link, so that a merged /usr looks the same inside. */
function showPath(path: string): Step[] {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isSymbolicLink()) return [{ do: 'link', to: path, target: readlinkSync(path) }];
  return [{ do: 'bind', from: path, to: path }];
}

/** Debian keeps there what a Java machine does not start without; beside it lie files that an operator may have put passwords in. */
function listJavaSettings(): string[] {
  const names = readdirSync('/etc').filter((name) => /^java-\d+-openjdk$/.test(name));
  return names.flatMap((name) =>
    ['security', 'net.properties', 'logging.properties'].map((file) => `/etc/${name}/${file}`),
  );
}

function linkDescriptors(): Step[] {
  const links = { fd: 'fd', stdin: 'fd/0', stdout: 'fd/1', stderr: 'fd/2' };
  return Object.entries(links).map(([name, target]) => ({
    do: 'link',
    to: `/dev/${name}`,
    target: `/proc/self/${target}`,
  }));
}

function writeSettings(request: SandboxRequest, { privileged }: Identity): Step[] {
  // Root's programs have the second one where a last user namespace was refused.
  const ids = privileged ? [insideId, unusedId] : [insideId];
  const contents = {
    passwd: ['root:x:0:0', ...ids.map((id) => `plimsoll:x:${id}:${id}`)]
      .map((user) => `${user}::${sandboxHome}:/bin/sh\n`)
      .join(''),
    group: ['root:x:0', ...ids.map((id) => `plimsoll:x:${id}`)].map((group) => `${group}:\n`).join(''),
    hosts: '127.0.0.1 localhost plimsoll\n::1 localhost\n',
    'nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files dns\n',
    'resolv.conf': chooseResolver(request),
  };
  return Object.entries(contents).map(([name, content]) => ({ do: 'file', to: `/etc/${name}`, content }));
}

function chooseResolver({ network, watch }: SandboxRequest): string {
  if (network === 'host') return readResolver();
  return watch === undefined ? '' : 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n';
}

function readResolver(): string {
  try {
    return readFileSync('/etc/resolv.conf', 'utf8');
  } catch {
    return '';
  }
}
