/** What a definition's words mean, as numbers: for each place where words stand, the mean of their vectors. */
import type { Examined } from '../examine.ts';
import { type Claim, findLead } from '../reading/claims.ts';
import { hashWord, type WordHashes } from './word-hashes.ts';
import { vectorSize, writeMeanVector } from './word-vectors.ts';

const places = 10;
export const embeddingSize: number = places * vectorSize;

const openingWords = 12;
const mostDeeds = 8;

export function embedWords({ reading }: Examined, { name, description = [], keys }: WordHashes): Float32Array {
  const spoken = reading.name.claims;
  const written = reading.description?.claims ?? [];
  const deeds = [...spoken, ...written].filter(({ denied }) => !denied).slice(0, mostDeeds);
  const toHashes = (claims: readonly (Claim | undefined)[]) =>
    claims.flatMap((claim) => (claim ? [hashWord(claim.lemma)] : []));
  const groups = [
    name,
    name.slice(0, 1),
    name.slice(-1),
    description.slice(0, 1),
    description.slice(0, openingWords),
    description,
    keys,
    toHashes([findLead(spoken)]),
    toHashes([findLead(written)]),
    toHashes(deeds),
  ];
  const embedding = new Float32Array(embeddingSize);
  for (const [place, hashes] of groups.entries()) writeMeanVector(hashes, embedding, place * vectorSize);
  return embedding;
}
