/** What is wrong with an archive. Readers throw it from within their loops; `openArchive` and its like turn it into a failure. */
import type { FailureKind } from '../../../schema/snapshot.ts';

export type FaultKind = 'broken' | 'too-large';

export class ArchiveFault extends Error {
  readonly kind: FaultKind;

  /** `message`: one line for a person, a whole sentence. */
  constructor(kind: FaultKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

export interface ArchiveFailure {
  ok: false;
  failure: FailureKind;
  reason: string;
}

/** A stranger's archive is at fault, or is not read to its end; any other error is a bug and goes on. */
export function describeFault(error: unknown): ArchiveFailure {
  if (!(error instanceof ArchiveFault)) throw error;
  return { ok: false, failure: error.kind === 'too-large' ? 'too-large' : 'install-failed', reason: error.message };
}
