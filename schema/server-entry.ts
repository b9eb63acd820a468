/** One server of a list to index: a file in `data/servers/`, or one of the documents of a file given with `--servers`. */
import { z } from 'zod';
import type { ServerIdentity } from './server-identity.ts';

export const ServerEntry = z.strictObject({
  /** Kebab-case, and the name of its file. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case'),
  title: z.string().min(1).max(100),
  /** `npm:NAME[@VERSION]` or `git:URL[#REF[:SUBDIR]]`; what `plimsoll inspect` takes. */
  source: z.string().min(1),
  /** A reason of ours to have it in the list; a sentence. */
  why: z.string().optional(),
});
export type ServerEntry = z.infer<typeof ServerEntry>;

/**
 * An entry of a run. `foundIn` is the source that listed it, where no person typed it: its addresses are then a stranger's.
 * `identities`: what else sources say that it is known by.
 */
export type RunEntry = ServerEntry & {
  foundIn?: string | undefined;
  identities?: readonly ServerIdentity[] | undefined;
};
