/** Shells that stay while a program runs. */

/**
 * Runs the rest of the arguments as a child. The shell's own words are dropped: of a child that was killed it would tell on what is the
 * program's standard error. `closed`: redirections for the child alone.
 */
export function runQuietly(closed = ''): string {
  return `exec 6>&2 2>/dev/null\n(exec 2>&6 6>&- ${closed}; exec "$@")`;
}

/** The first process of a namespace: it only waits for the program and takes in what the program leaves behind. */
export const firstProcessScript = `${runQuietly()}\nexit $?`;
