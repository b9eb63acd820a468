/** `data/policy/profiles.yaml` → the module that the recommendation reads. */
import { z } from 'zod';
import { Profile } from '../../schema/policy.ts';
import { Category, Risk } from '../../schema/taxonomy.ts';
import type { GeneratedFile } from './generated-file.ts';
import { generatedHeader } from './generated-header.ts';
import { readData } from './read-data.ts';

const Action = z.union([z.enum(['allow', 'ask', 'hide']), z.int().positive()]);
const Trait = z.enum(['needsReview', 'metaTool', 'movesMoney', 'credentials', 'regulated']);

const Words = z.array(z.string().regex(/^[a-z]+$/)).min(1);

const Profiles = z.strictObject({
  profiles: z.record(
    Profile,
    z.strictObject({
      table: z.record(Category, z.record(Risk, Action)),
      atLeast: z.record(Trait, Action),
      moneyCap: z.number().positive(),
    }),
  ),
  amountWords: Words,
  unitWords: Words,
});

export async function generatePolicyProfiles(): Promise<GeneratedFile[]> {
  const { profiles, amountWords, unitWords } = await readData('policy/profiles.yaml', Profiles);
  const content = `${generatedHeader('data/policy/profiles.yaml')}import type { Profile } from '../../schema/policy.ts';
import type { ProfileTable } from './profile-table.ts';

export const profileTables: Record<Profile, ProfileTable> = ${JSON.stringify(profiles, null, 2)};

export const amountWords: readonly string[] = ${JSON.stringify(amountWords)};

export const unitWords: readonly string[] = ${JSON.stringify(unitWords)};
`;
  return [{ path: 'policy/recommend/profiles.generated.ts', content }];
}
