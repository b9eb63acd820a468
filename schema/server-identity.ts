/** What else a server is known by. Two servers with one of these in common look related; none of it makes them one. */
import { z } from 'zod';

/**
 * `offer`: a package or an address that a publisher offers it as (a purl without a version, a URL). `repository`: the purl of the
 * repository it is said to come from. `listing`: its name in the MCP registry. `name`: its own name without what every server is
 * called.
 */
export const IdentityKind = z.enum(['offer', 'repository', 'listing', 'name']);
export type IdentityKind = z.infer<typeof IdentityKind>;

/** `saidBy`: the id of the source that lists it, or `server` for what it says of itself. A claim, whoever makes it. */
export const ServerIdentity = z.strictObject({
  kind: IdentityKind,
  value: z.string().max(500),
  saidBy: z.string(),
});
export type ServerIdentity = z.infer<typeof ServerIdentity>;
