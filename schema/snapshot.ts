/** One look at one server: what was there, how it was reached, and which tools it offered, verbatim. */
import { z } from 'zod';
import { Backend } from './launch-profile.ts';
import { Json } from './tool-definition.ts';
import { Selector } from './verdict.ts';

/** `id` is a purl without a version (`pkg:npm/…`, `pkg:github/…`) or the URL of a remote endpoint. */
export const Server = z.strictObject({
  id: z.string(),
  name: z.string(),
  title: z.string().optional(),
  version: z.string().optional(),
  description: z.string().optional(),
  repository: z.string().optional(),
  homepage: z.string().optional(),
});
export type Server = z.infer<typeof Server>;

export const Launch = z.strictObject({
  transport: z.enum(['stdio', 'streamable-http', 'sse', 'none']),
  command: z.string().optional(),
  args: z.array(z.string()),
  /** Names alone; a value never leaves the run. */
  environment: z.array(z.string()),
  /** The id of the launch profile that it was started with. */
  profile: z.string().optional(),
  /** Services that were imitated for it. */
  backends: z.array(Backend).optional(),
  sandbox: z.enum(['bubblewrap', 'unshare', 'sandbox-exec', 'docker', 'none']).optional(),
});
export type Launch = z.infer<typeof Launch>;

/** Why a server gave no list, or only a part. Each has a sentence in `data/taxonomy/failures.yaml`. */
export const FailureKind = z.enum([
  'not-found',
  'unreachable',
  'install-failed',
  'too-large',
  'no-git',
  'no-sandbox',
  'not-a-server',
  'credential-required',
  'arguments-required',
  'exited',
  'timeout',
  'memory-limit',
  'output-limit',
  'protocol-error',
  'list-failed',
  'no-tools-found',
  'bad-input',
  'internal',
]);
export type FailureKind = z.infer<typeof FailureKind>;

export const CoverageState = z.enum(['complete', 'partial', 'unauthenticated', 'source-only', 'failed']);
export type CoverageState = z.infer<typeof CoverageState>;

export const Coverage = z.strictObject({
  state: CoverageState,
  failure: FailureKind.optional(),
  /** One line for a person: what happened and, where there is something, what to do. */
  reason: z.string().optional(),
});
export type Coverage = z.infer<typeof Coverage>;

export const Provenance = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('live') }),
  z.strictObject({ from: z.literal('source'), file: z.string(), line: z.int().positive() }),
]);
export type Provenance = z.infer<typeof Provenance>;

/** Where a definition departs from the protocol's schema, or from what could be read of it. */
export const ConformanceFinding = z.strictObject({ id: z.string(), pointer: z.string(), message: z.string() });
export type ConformanceFinding = z.infer<typeof ConformanceFinding>;

/** What a tool's handler was seen to do in the source: an HTTP call, a process, a file, SQL. */
export const HandlerEvidence = z.strictObject({
  kind: z.enum(['http', 'process', 'file', 'sql']),
  /** The verb in the kind's own words: `DELETE`, `spawn`, `unlink`, `DROP`. */
  verb: z.string(),
  quote: z.string(),
  file: z.string(),
  line: z.int().positive(),
  /** Set where the code gets there only with this value of a parameter, as inside `if (action === 'delete')`. */
  when: Selector.optional(),
});
export type HandlerEvidence = z.infer<typeof HandlerEvidence>;

export const SnapshotTool = z.strictObject({
  /** The tool object exactly as the server sent it, or as its source declares it. */
  definition: Json,
  provenance: Provenance,
  /** Flags, groups or editions that must be on for the server to list it. */
  conditions: z.array(z.string()),
  conformance: z.array(ConformanceFinding),
  handler: z.array(HandlerEvidence).optional(),
  /** SHA-256 over RFC 8785 canonical JSON, nothing masked: what a lock pins. */
  definitionHash: z.string(),
  /** The same with volatile leaves masked: for history alone. */
  stableHash: z.string(),
});
export type SnapshotTool = z.infer<typeof SnapshotTool>;

export const Snapshot = z.strictObject({
  server: Server,
  /** What was asked for, as typed: `npm:name@1.2.3`, `git:…`. */
  target: z.string(),
  /** What a later look compares to decide whether anything can have changed: a package version, a commit. */
  revision: z.string().optional(),
  launch: Launch,
  coverage: Coverage,
  protocolVersion: z.string().optional(),
  instructions: z.string().optional(),
  /** How long the server lets its list be taken for current, milliseconds (2026-07-28). */
  ttlMs: z.int().nonnegative().optional(),
  /** Set where credentials were given and the server says that the list is for their owner alone: it must not be stored or published. */
  isPrivate: z.literal(true).optional(),
  /**
   * Addresses the server tried to reach while it was looked at, `host:port`, sorted; `host:*` where a name was asked for and no
   * connection to it was seen.
   */
  egress: z.array(z.string()),
  tools: z.array(SnapshotTool),
});
export type Snapshot = z.infer<typeof Snapshot>;
