/** What can go wrong with the store, each with one line for a person. Anything else that is thrown here is a bug. */

export type CatalogueFault =
  | 'missing'
  | 'no-rights'
  | 'disk-full'
  | 'not-a-catalogue'
  | 'damaged'
  | 'locked'
  | 'newer'
  | 'older'
  | 'already-running'
  | 'address-taken';

export class CatalogueError extends Error {
  override name = 'CatalogueError';
  readonly fault: CatalogueFault;

  constructor(fault: CatalogueFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}

// Primary result codes, https://www.sqlite.org/rescode.html; an extended code carries its primary one in the low byte.
const sqliteFaults = new Map<number, { fault: CatalogueFault; says: (location: string) => string }>([
  [5, { fault: 'locked', says: busy }],
  [6, { fault: 'locked', says: busy }],
  [3, { fault: 'no-rights', says: noRights }],
  [8, { fault: 'no-rights', says: noRights }],
  [14, { fault: 'no-rights', says: noRights }],
  [23, { fault: 'no-rights', says: noRights }],
  [10, { fault: 'damaged', says: (at) => `the catalogue ${at} could not be read or written: the disk gave an error` }],
  [11, { fault: 'damaged', says: (at) => `the catalogue ${at} is damaged; move it away and index again` }],
  [
    13,
    {
      fault: 'disk-full',
      says: (at) =>
        `the disk is full: nothing more can be stored in ${at}; make room and run again, what was finished is kept`,
    },
  ],
  [26, { fault: 'not-a-catalogue', says: (at) => `${at} is not a database; give another path with --db` }],
]);

function busy(location: string): string {
  return `the catalogue ${location} is locked by another program; wait until it is done and run again`;
}

function noRights(location: string): string {
  return `the catalogue ${location} cannot be opened or written; check that its folder exists and that you may write there`;
}

// Of the input and output errors these say that there is no room: a write, a flush and a shared-memory file that could not grow.
const ioErrorsWithoutRoom: ReadonlySet<number> = new Set([778, 1034, 4874]);

/** The clear form of an error of `node:sqlite`; an error that is none of the expected ones comes back as it was. */
export function explainSqliteError(error: unknown, location: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  const primary = ioErrorsWithoutRoom.has(error.errcode) ? 13 : error.errcode & 0xff;
  const known = sqliteFaults.get(primary);
  if (known !== undefined) return new CatalogueError(known.fault, known.says(location), { cause: error });
  return error;
}

/** The clear form of an error of the file system, met on the way to the store. */
export function explainFileError(error: unknown, location: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return new CatalogueError('disk-full', `the disk is full: no room for the catalogue ${location}`, { cause: error });
  }
  const refusals: unknown[] = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ENAMETOOLONG'];
  if (!refusals.includes(error.code)) return error;
  return new CatalogueError('no-rights', noRights(location), { cause: error });
}
