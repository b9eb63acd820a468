#!/usr/bin/env node
/** `plimsoll <command>`: reads the command line, runs one command, turns its outcome into an exit code. */
import { CommanderError } from 'commander';
import { exitCodes } from './exit-codes.ts';
import { buildProgram } from './program.ts';
import { oneLine } from './render/terminal-text.ts';
import { UsageError } from './usage-error.ts';

/** A reader that goes away (`plimsoll … | head`) ends the run quietly. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCodes.done : exitCodes.inconclusive);
});

async function run(argv: readonly string[]): Promise<number> {
  let code: number = exitCodes.done;
  const program = buildProgram((outcome) => {
    code = outcome;
  });
  try {
    await program.parseAsync([...argv]);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (error instanceof UsageError) return complain(error.message, exitCodes.usage);
    if (isExpected(error)) return complain(error.message, exitCodes.inconclusive);
    throw error;
  }
}

/** Errors of a boundary carry one clear line; anything else is a bug and keeps its stack. */
function isExpected(error: unknown): error is Error {
  return error instanceof Error && ['CatalogueError', 'SiteError', 'ServeError'].includes(error.name);
}

function complain(message: string, code: number): number {
  process.stderr.write(`plimsoll: ${oneLine(message)}\n`);
  return code;
}

// Set, not called: what was written to a pipe is still flushed.
process.exitCode = await run(process.argv);
