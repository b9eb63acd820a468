/** SQLite takes 32,766 values in one statement and PostgreSQL 65,535; rows here have 20 columns at most. */
const rowsPerStatement = 100;

export async function inChunks<Row>(rows: readonly Row[], write: (chunk: Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await write(rows.slice(start, start + rowsPerStatement));
  }
}
