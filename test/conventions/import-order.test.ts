/** The house's order: which folder may import which. Read from the imports as they are, not from anybody's intention. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Folder → folders of ours and packages it may import. `*` stands for any package. */
const allowed: Record<string, readonly string[]> = {
  schema: ['zod', 'canonicalize'],
  classifier: ['schema'],
  // The one part of the classifier that talks to a model.
  'classifier/llm': ['schema', 'classifier', 'zod', '@anthropic-ai/sdk'],
  // Where the local model is made; none of it ships.
  'classifier/training': ['schema', 'classifier', 'ml-pca'],
  policy: ['schema', 're2js'],
  crawler: ['schema', '*'],
  catalogue: ['schema', 'kysely'],
  indexer: ['schema', 'classifier', 'classifier/llm', 'policy', 'crawler', 'catalogue', '*'],
  cli: ['schema', 'classifier', 'classifier/llm', 'policy', 'crawler', 'catalogue', 'indexer', 'site', '*'],
  site: ['schema', 'catalogue', 'policy', '*'],
};

/** A folder's files, without those of a folder inside it that has a line of its own. */
function sourceFiles(folder: string): string[] {
  const inner = Object.keys(allowed).filter((other) => other.startsWith(`${folder}/`));
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|astro|mjs)$/.test(entry.name) && !entry.name.endsWith('.test.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/node_modules|\/dist\/|\/\.astro\//.test(file))
    .filter((file) => !inner.some((other) => file.startsWith(path.join(root, other, path.sep))));
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [...text.matchAll(pattern)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter((name) => name !== '');
}

function owner(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('node:')) return undefined;
  if (specifier.startsWith('.')) {
    const target = path.relative(root, path.resolve(path.dirname(file), specifier));
    const room = Object.keys(allowed).find((folder) => folder.includes('/') && target.startsWith(`${folder}/`));
    return room ?? target.split(path.sep)[0];
  }
  const [scope, name] = specifier.split('/');
  return `package:${specifier.startsWith('@') ? `${scope}/${name}` : scope}`;
}

test.each(Object.keys(allowed))('%s imports only what the design allows it', (folder) => {
  const may = allowed[folder] ?? [];

  const strays = sourceFiles(folder).flatMap((file) =>
    importsOf(file)
      .map((specifier) => owner(file, specifier))
      .filter((from) => from !== undefined && from !== folder)
      .filter((from) => {
        const isPackage = from?.startsWith('package:') ?? false;
        const name = from?.replace('package:', '') ?? '';
        return isPackage ? !may.includes(name) && !may.includes('*') : !may.includes(name);
      })
      .map((from) => `${path.relative(root, file)} imports ${from}`),
  );

  expect(strays).toEqual([]);
});

test('no folder or file is a drawer for everything', () => {
  const drawers = Object.keys(allowed)
    .flatMap(sourceFiles)
    .map((file) => path.relative(root, file))
    .filter((file) => file.split(path.sep).some((part) => /^(utils?|helpers?|common|shared|misc)(\.|$)/.test(part)));

  expect(drawers).toEqual([]);
});

test('files keep to one job: none over 300 lines', () => {
  const long = Object.keys(allowed)
    .flatMap(sourceFiles)
    .filter((file) => !file.includes('.generated.'))
    .map((file) => ({ file: path.relative(root, file), lines: readFileSync(file, 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > 300);

  expect(long).toEqual([]);
});
