/** A file that a person names as a source, with the same outcomes as an address. */
import { readFile, stat } from 'node:fs/promises';
import { type FailedAnswer, fail } from './http/answer.ts';

const largestFile = 32_000_000;

export async function readSourceFile(file: string): Promise<string | FailedAnswer> {
  try {
    const { size } = await stat(file);
    if (size > largestFile) return fail('malformed', `It is larger than ${largestFile / 1_000_000} MB.`);
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOENT' || code === 'ENOTDIR') return fail('gone', 'There is no such file.');
    if (code === 'EISDIR') return fail('malformed', 'It is a folder; give a file.');
    if (code === 'EACCES' || code === 'EPERM') return fail('forbidden', 'The file cannot be read; check its rights.');
    return fail('unreachable', `The file cannot be read (${code}).`);
  }
}
