/** A cache that cannot be written is this machine's fault, said in one line and never a fault of ours. */
import type { FailureKind } from '../../schema/snapshot.ts';

export interface CacheFailure {
  failure: FailureKind;
  reason: string;
}

/** Undefined for any other error. */
export function explainCacheError(error: unknown): CacheFailure | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(ENOSPC|EDQUOT)$/.test(code)) {
    return { failure: 'install-failed', reason: 'The disk that holds the cache is full.' };
  }
  return /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|EISDIR|ELOOP|ENAMETOOLONG|EMFILE)$/.test(code)
    ? { failure: 'install-failed', reason: `The cache folder cannot be written (${code}).` }
    : undefined;
}
