/** Something the person gave that cannot be used. The message is one line: what, where, what to do next. */
export class UsageError extends Error {
  override name = 'UsageError';
}
