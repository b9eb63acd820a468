/** Lists the folders of `classifier/signals/` into its registry, sorted. */
import { readdir } from 'node:fs/promises';
import type { GeneratedFile } from './generated-file.ts';
import { generatedHeader } from './generated-header.ts';

const folder = 'classifier/signals';
const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function toIdentifier(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

export async function generateSignals(): Promise<GeneratedFile[]> {
  const entries = await readdir(new URL(`../../${folder}/`, import.meta.url), { withFileTypes: true });
  const ids = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const wrong = ids.find((id) => !idPattern.test(id));
  if (wrong) throw new Error(`${folder}/${wrong}: a signal's folder is named in kebab-case`);
  const imports = ids.map((id) => `import ${toIdentifier(id)} from './${id}/index.ts';`);
  const content = `${generatedHeader(`the folders of ${folder}/`)}import type { AnySignal } from './define-signal.ts';
${imports.join('\n')}

export const signals: readonly AnySignal[] = [
${ids.map((id) => `  ${toIdentifier(id)},`).join('\n')}
];
`;
  return [{ path: `${folder}/index.generated.ts`, content }];
}
