/** The exit codes of every command. 3 never turns into 0: what could not be concluded is not a clean result. */
export const exitCodes = {
  done: 0,
  findings: 1,
  usage: 2,
  inconclusive: 3,
  /** Stopped by the person: 128 + SIGINT, as shells have it. */
  interrupted: 130,
} as const;
