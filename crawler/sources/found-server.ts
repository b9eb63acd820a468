/**
 * A server as a source lists it: who it is, what it is launched from or reached at, and what it wants to be given. All of it is a
 * stranger's word. Values of environment variables and headers have no place here, only their names.
 */
import { z } from 'zod';

/** A variable or a header that a server is given. */
export const FoundInput = z.strictObject({
  name: z.string(),
  description: z.string().optional(),
  required: z.boolean(),
  secret: z.boolean(),
  /** As the publisher declares it, never what a person has set. */
  default: z.string().optional(),
  choices: z.array(z.string()).optional(),
});
export type FoundInput = z.infer<typeof FoundInput>;

export const FoundArgument = z.strictObject({
  kind: z.enum(['named', 'positional']),
  /** `--port` of a named one, the word for what belongs there of a positional one. */
  name: z.string().optional(),
  /** As the publisher declares it, never what a person has set. */
  value: z.string().optional(),
  required: z.boolean(),
  secret: z.boolean(),
});
export type FoundArgument = z.infer<typeof FoundArgument>;

export const FoundTransport = z.enum(['stdio', 'streamable-http', 'sse']);
export type FoundTransport = z.infer<typeof FoundTransport>;

export const FoundPackage = z.strictObject({
  /** Without a version. */
  purl: z.string(),
  version: z.string().optional(),
  transport: FoundTransport,
  runtimeArguments: z.array(FoundArgument),
  packageArguments: z.array(FoundArgument),
  environment: z.array(FoundInput),
});
export type FoundPackage = z.infer<typeof FoundPackage>;

export const FoundRemote = z.strictObject({
  /** Without a query, which may hold a secret; it may hold `{names}` that are to be filled in. */
  url: z.string(),
  transport: z.enum(['streamable-http', 'sse']),
  headers: z.array(FoundInput),
});
export type FoundRemote = z.infer<typeof FoundRemote>;

export const FoundRepository = z.strictObject({
  /** A purl without a version, its subpath the folder in the repository. */
  id: z.string(),
  url: z.string(),
  subfolder: z.string().optional(),
});
export type FoundRepository = z.infer<typeof FoundRepository>;

export const FoundStatus = z.enum(['active', 'deprecated']);

export const FoundServer = z.strictObject({
  /** A purl without a version, or a URL: see identity.ts. */
  id: z.string(),
  source: z.string(),
  /** What the source itself calls it; unique within the source. */
  listedAs: z.string(),
  name: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  version: z.string().optional(),
  /** ISO 8601 */
  updatedAt: z.string().optional(),
  status: FoundStatus,
  packages: z.array(FoundPackage),
  remotes: z.array(FoundRemote),
  repository: FoundRepository.optional(),
});
export type FoundServer = z.infer<typeof FoundServer>;
