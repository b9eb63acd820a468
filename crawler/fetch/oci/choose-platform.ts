/** Which of the images behind one name is read: what a person of this machine would get, as Linux has it. */
import type { z } from 'zod';
import type { ImageIndex } from './schema.ts';

type Choice = z.infer<typeof ImageIndex>['manifests'][number];

const architectures: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/** An entry without a platform is none for running: attestations are kept beside images. */
export function choosePlatform(manifests: readonly Choice[], architecture: string = process.arch): Choice | undefined {
  const linux = manifests.filter(({ platform }) => platform?.os === 'linux');
  const wanted = [architectures[architecture], 'amd64'];
  const found = wanted.map((each) => linux.find(({ platform }) => platform?.architecture === each));
  return (
    found.find((each) => each !== undefined) ?? linux[0] ?? manifests.find(({ platform }) => platform === undefined)
  );
}
