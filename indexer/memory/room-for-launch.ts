/** Whether the machine has room for one more server. Pure. */

export interface Load {
  /** Looks under way that hold memory. */
  running: number;
  /** Those of them that began a moment ago and have yet to take what they will take. */
  young: number;
  /** Undefined where the system does not tell. */
  memory: Memory | undefined;
}

/** Bytes, within whatever limit is set to this process. */
export interface Memory {
  total: number;
  available: number;
}

/** What an install or a started server takes at its height, most of them; a few take more, and the reserve is for those. */
const perLaunch = 600_000_000;
const leastReserve = 300_000_000;
const reserveShare = 0.08;

/** Always true while nothing runs: a small machine reads one server at a time, and none waits for room that will never be. */
export function hasRoom({ running, young, memory }: Load): boolean {
  if (running <= 0 || memory === undefined) return true;
  const reserve = Math.max(leastReserve, memory.total * reserveShare);
  return memory.available - young * perLaunch >= perLaunch + reserve;
}
