/** `crawler/sandbox/companion/*.ts` → one text that Node.js runs as it is, as an argument: no file has to be shown in the sandbox. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import type { GeneratedFile } from './generated-file.ts';
import { generatedHeader } from './generated-header.ts';

const folder = path.resolve(import.meta.dirname, '../../crawler/sandbox/companion');
const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  removeComments: true,
};
const importLine = /^import\s+([\s\S]*?)\s+from\s+'([^']+)';$/gm;

/** Modules after those that they import, from `file` on. */
async function collectModules(file: string, collected: Map<string, string>): Promise<void> {
  if (collected.has(file)) return;
  const source = await readFile(path.join(folder, file), 'utf8');
  for (const [, , from = ''] of source.matchAll(importLine)) {
    if (from.startsWith('./')) await collectModules(from.slice(2), collected);
    else if (!from.startsWith('node:')) throw new Error(`crawler/sandbox/companion/${file} may not import ${from}`);
  }
  collected.set(file, source);
}

function compileModule(source: string, outside: Set<string>): string {
  const plain = ts.transpileModule(source, { compilerOptions }).outputText;
  for (const [, names = '', from = ''] of plain.matchAll(importLine)) {
    const values = names
      .replace(/[{}\s]/g, '')
      .split(',')
      .filter(Boolean);
    if (from.startsWith('node:')) for (const name of values) outside.add(`import { ${name} } from '${from}';`);
  }
  return plain
    .replace(importLine, '')
    .replace(/^export /gm, '')
    .trim();
}

export async function generateCompanion(): Promise<GeneratedFile[]> {
  const modules = new Map<string, string>();
  await collectModules('main.ts', modules);
  const outside = new Set<string>();
  const bodies = [...modules.values()].map((source) => compileModule(source, outside));
  const text = [...[...outside].sort(), ...bodies].join('\n');
  const content = `${generatedHeader('crawler/sandbox/companion/')}export const companionSource = ${JSON.stringify(text)};\n`;
  return [{ path: 'crawler/sandbox/companion.generated.ts', content }];
}
