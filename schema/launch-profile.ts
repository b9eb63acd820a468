/** How to start one package that cannot be started by guessing: a file in `data/launch-profiles/`. It holds no real credential. */
import { z } from 'zod';

/** Services that Plimsoll can imitate as far as the first words of their protocol. */
export const backends = ['mysql', 'postgres', 'redis'] as const;
export const Backend = z.enum(backends);
export type Backend = z.infer<typeof Backend>;

/** Where a client looks for each of them. */
export const backendPorts: Readonly<Record<Backend, number>> = { mysql: 3306, postgres: 5432, redis: 6379 };

const maxFileLength = 65_536;

/** `{home}` in a value stands for the folder inside the sandbox that is the server's HOME. */
export const LaunchProfile = z.strictObject({
  /** Kebab-case, and the name of its file. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case'),
  /** A purl without a version. */
  package: z
    .string()
    .regex(/^pkg:npm\/[\w%.~-]+(\/[\w.~-]+)?$/, 'must be the purl of an npm package, without a version'),
  /** What cannot be guessed; a sentence. */
  why: z.string().min(1),
  args: z.array(z.string()).default([]),
  /** Made-up values alone. */
  env: z.record(z.string().regex(/^[A-Za-z_]\w{0,99}$/), z.string()).default({}),
  /** Files to find in HOME: path from there → content. */
  files: z
    .record(z.string().regex(/^(?![/.]{2}|\/)(?!.*\/\.\.(\/|$))[\w./ -]+$/), z.string().max(maxFileLength))
    .default({}),
  backends: z.array(Backend).default([]),
});
export type LaunchProfile = z.infer<typeof LaunchProfile>;
