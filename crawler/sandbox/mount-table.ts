/** The mounts of this machine, from `/proc/self/mountinfo` (proc(5)). */

export interface MountPoint {
  path: string;
  noexec: boolean;
}

export function parseMountInfo(text: string): MountPoint[] {
  return text.split('\n').flatMap((line) => {
    const [, , , , path, options] = line.split(' ');
    if (path === undefined || options === undefined) return [];
    return [{ path: decodePath(path), noexec: options.split(',').includes('noexec') }];
  });
}

/** Those mounted on something inside a folder, outermost first as the kernel lists them. */
export function listMountsBelow(folder: string, table: readonly MountPoint[]): MountPoint[] {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  const below = table.filter(({ path }) => path.startsWith(prefix));
  // Of several on one place only the last is seen.
  return [...new Map(below.map((mount) => [mount.path, mount])).values()];
}

/** The mount that a path lies on. */
export function findMountOf(path: string, table: readonly MountPoint[]): MountPoint | undefined {
  const holders = table.filter(
    (mount) => mount.path === '/' || path === mount.path || path.startsWith(`${mount.path}/`),
  );
  return holders.reduce<MountPoint | undefined>(
    (best, mount) => (best === undefined || mount.path.length >= best.path.length ? mount : best),
    undefined,
  );
}

/** Blanks, tabs, newlines and backslashes are written as three octal digits. */
function decodePath(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}
