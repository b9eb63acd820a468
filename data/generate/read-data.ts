/** Reads an edited file of `data/` and holds it against its shape; a mistake in it stops the generator with file and place. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const dataFolder = path.resolve(import.meta.dirname, '..');

/** `file` is relative to `data/`. */
export async function readData<T>(file: string, shape: z.ZodType<T>): Promise<T> {
  const result = shape.safeParse(parse(await readFile(path.join(dataFolder, file), 'utf8')));
  if (result.success) return result.data;
  throw new Error(`data/${file}:\n${z.prettifyError(result.error)}`);
}
