/** The npm registry's search answer, as far as it is used. */
import { z } from 'zod';
import { text, time } from '../read-leniently.ts';

export const SearchPage = z.object({ objects: z.array(z.unknown()), total: z.number().int().nonnegative() });

export const SearchResult = z
  .object({
    package: z.object({
      name: z.string().min(1).max(214),
      version: text(100),
      description: text(1000),
      date: time,
      links: z.object({ repository: text(500) }).catch({ repository: undefined }),
    }),
  })
  .transform((result) => result.package);
export type SearchResult = z.infer<typeof SearchResult>;
