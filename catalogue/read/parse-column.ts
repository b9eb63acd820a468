/** A record that this folder wrote as JSON text from a value of the very type; the migrations keep old ones in step. */
export function parseColumn<T>(json: string): T {
  return JSON.parse(json) as T; // Written by catalogue/write from a T, and by nothing else: see tables.ts.
}
