/** A file that a generator makes. `path` starts at the root of the repository, with forward slashes. */
export interface GeneratedFile {
  path: string;
  content: string;
}
