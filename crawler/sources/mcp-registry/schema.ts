/** The registry's answer and server.json (schema 2025-12-11), as far as they are used. */
import { z } from 'zod';
import type { FoundArgument, FoundInput } from '../found-server.ts';
import { packageKinds } from '../identity.ts';
import { flag, list, text, time } from '../read-leniently.ts';

const Input = z.object({
  description: text(500),
  isRequired: flag,
  isSecret: flag,
  default: text(500),
  choices: list(z.string().max(500), 100),
});

const KeyValueInput = Input.extend({ name: z.string().min(1).max(200) }).transform(
  ({ name, description, isRequired, isSecret, default: usual, choices }): FoundInput => ({
    name,
    required: isRequired,
    secret: isSecret,
    ...(description === undefined ? {} : { description }),
    // A default of a secret would be one.
    ...(usual === undefined || isSecret ? {} : { default: usual }),
    ...(choices.length === 0 ? {} : { choices }),
  }),
);

const Argument = Input.extend({
  type: z.enum(['named', 'positional']),
  name: text(200),
  valueHint: text(200),
  value: text(500),
}).transform(({ type, name, valueHint, value, default: usual, isRequired, isSecret }): FoundArgument => {
  const shownName = type === 'named' ? name : valueHint;
  const shownValue = isSecret ? undefined : (value ?? usual);
  return {
    kind: type,
    ...(shownName === undefined ? {} : { name: shownName }),
    ...(shownValue === undefined ? {} : { value: shownValue }),
    required: isRequired,
    secret: isSecret,
  };
});

const transports = ['stdio', 'streamable-http', 'sse'] as const;

const Package = z.object({
  registryType: z.enum(packageKinds),
  identifier: z.string().min(1),
  registryBaseUrl: text(500),
  version: text(255),
  transport: z.object({ type: z.enum(transports) }).catch({ type: 'stdio' }),
  runtimeArguments: list(Argument, 100),
  packageArguments: list(Argument, 100),
  environmentVariables: list(KeyValueInput, 200),
});

const Remote = z.object({
  type: z.enum(['streamable-http', 'sse']),
  url: z.string().min(1),
  headers: list(KeyValueInput, 100),
});

const Repository = z.object({ url: z.string().min(1), subfolder: text(300) });

export const ServerJson = z.object({
  name: z
    .string()
    .max(200)
    .regex(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/),
  title: text(100),
  description: text(1000),
  version: text(255),
  repository: Repository.optional().catch(undefined),
  packages: list(Package, 50),
  remotes: list(Remote, 50),
});
export type ServerJson = z.infer<typeof ServerJson>;

const officialKey = 'io.modelcontextprotocol.registry/official';

const Official = z.object({
  status: z.enum(['active', 'deprecated', 'deleted']).catch('active').default('active'),
  statusMessage: text(300),
  updatedAt: time,
  isLatest: z.boolean().optional().catch(undefined),
});

/** `server` is read on its own, so that one that is malformed can be named. */
export const ListedServer = z
  .object({
    server: z.unknown(),
    _meta: z
      .object({ [officialKey]: Official.optional().catch(undefined) })
      .catch({})
      .default({}),
  })
  .transform(({ server, _meta }) => ({ server, official: _meta[officialKey] ?? Official.parse({}) }));

export const ServerPage = z.object({
  servers: z.array(z.unknown()),
  metadata: z
    .object({ nextCursor: z.string().max(2000).nullish() })
    .default({})
    .transform(({ nextCursor }) => ({ nextCursor: nextCursor || undefined })),
});
