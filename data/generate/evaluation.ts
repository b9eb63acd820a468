/** `data/evaluation/dev.json`, as `plimsoll evaluate --write` made it → the module that the method page reads. */
import { Evaluation } from '../../schema/evaluation.ts';
import type { GeneratedFile } from './generated-file.ts';
import { generatedHeader } from './generated-header.ts';
import { readData } from './read-data.ts';

export async function generateEvaluation(): Promise<GeneratedFile[]> {
  const evaluation = await readData('evaluation/dev.json', Evaluation);
  const content = `${generatedHeader('data/evaluation/dev.json')}import type { Evaluation } from '../../../schema/evaluation.ts';

export const evaluation: Evaluation = ${JSON.stringify(evaluation, null, 2)};
`;
  return [{ path: 'site/src/evaluation/evaluation.generated.ts', content }];
}
