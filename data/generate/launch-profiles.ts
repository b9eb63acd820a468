/** `data/launch-profiles/*.yaml` → the module that the crawler reads. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { LaunchProfile } from '../../schema/launch-profile.ts';
import type { GeneratedFile } from './generated-file.ts';
import { generatedHeader } from './generated-header.ts';
import { readData } from './read-data.ts';

const folder = path.resolve(import.meta.dirname, '../launch-profiles');

async function readProfile(file: string): Promise<LaunchProfile> {
  const profile = await readData(`launch-profiles/${file}`, LaunchProfile);
  if (`${profile.id}.yaml` === file) return profile;
  throw new Error(`data/launch-profiles/${file}: its id is ${profile.id}, which is not the name of the file`);
}

function checkPackages(profiles: readonly LaunchProfile[]): void {
  const seen = new Map<string, string>();
  for (const { id, package: purl } of profiles) {
    const other = seen.get(purl);
    if (other !== undefined) throw new Error(`data/launch-profiles: ${other} and ${id} are both for ${purl}`);
    seen.set(purl, id);
  }
}

export async function generateLaunchProfiles(): Promise<GeneratedFile[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  const profiles = await Promise.all(files.map(readProfile));
  checkPackages(profiles);
  const content = `${generatedHeader('data/launch-profiles/')}import type { LaunchProfile } from '../../schema/launch-profile.ts';

export const launchProfiles: readonly LaunchProfile[] = ${JSON.stringify(profiles, null, 2)};
`;
  return [{ path: 'crawler/introspect/launch-profiles.generated.ts', content }];
}
