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
  /** The name that it says it has in the MCP registry (`mcpName` of package.json): its own word alone. */
  registryName: z.string().optional(),
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
  'outside-registry',
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

/** What a tool's handler was seen to do in the source: an HTTP call, a process, a file, SQL, a call of a service's own client. */
export const HandlerEvidence = z.strictObject({
  kind: z.enum(['http', 'process', 'file', 'sql', 'api']),
  /**
   * The verb in the kind's own words: `DELETE`, `spawn`, `unlink`, `DROP`. That of `api` is what the client's method stands for:
   * `delete`, `create`, `update`, `send`, `run`, `stop`.
   */
  verb: z.string(),
  quote: z.string(),
  file: z.string(),
  line: z.int().positive(),
  /** Set where the code gets there only with this value of a parameter, as inside `if (action === 'delete')`. */
  when: Selector.optional(),
  /**
   * Set where the call says little of this tool: every tool of the server makes it, it takes away a file that the handler itself
   * made, or it starts one fixed program without a shell. It is shown, and decides nothing.
   */
  incidental: z.enum(['every-tool', 'own-file', 'fixed-program']).optional(),
});
export type HandlerEvidence = z.infer<typeof HandlerEvidence>;

/** Where the source of a server that was run declares one of its tools. */
export const Declaration = z.strictObject({
  /** The source: a purl with its version. */
  source: z.string(),
  file: z.string(),
  line: z.int().positive(),
  /** What the source asks for before it lists the tool, as in `SnapshotTool.conditions`. */
  conditions: z.array(z.string()),
});
export type Declaration = z.infer<typeof Declaration>;

export const SnapshotTool = z.strictObject({
  /** The tool object exactly as the server sent it, or as its source declares it. */
  definition: Json,
  provenance: Provenance,
  /** Flags, groups or editions that must be on for the server to list it. */
  conditions: z.array(z.string()),
  conformance: z.array(ConformanceFinding),
  handler: z.array(HandlerEvidence).optional(),
  /** Set for a tool that was listed live where its source was read as well; `handler` was found there. */
  declaredAt: Declaration.optional(),
  /** SHA-256 over RFC 8785 canonical JSON, nothing masked: what a lock pins. */
  definitionHash: z.string(),
  /** The same with volatile leaves masked: for history alone. */
  stableHash: z.string(),
});
export type SnapshotTool = z.infer<typeof SnapshotTool>;

/** One part of a definition; a side that does not have it is absent. Texts are cut, and lists written as JSON. */
export const PartDifference = z.strictObject({
  /** JSON Pointer into the definition. */
  pointer: z.string(),
  live: z.string().optional(),
  source: z.string().optional(),
});
export type PartDifference = z.infer<typeof PartDifference>;

/**
 * The list that a running server gave, held against the one that its source declares. What is in the source alone may be offered
 * by another run: with another flag, licence or account. What is in the live list alone could not be found by reading.
 */
export const SourceComparison = z.strictObject({
  /** What was read: a purl with its version or commit. */
  source: z.string(),
  /** Tools with one name in both. */
  both: z.int().nonnegative(),
  onlyLive: z.array(z.string()),
  onlySource: z.array(SnapshotTool),
  differing: z.array(z.strictObject({ name: z.string(), parts: z.array(PartDifference) })),
  /** Why something of the source was not read, and what is left out here; sentences. */
  notes: z.array(z.string()),
});
export type SourceComparison = z.infer<typeof SourceComparison>;

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
  /** Why it may have tried to reach more than `egress` says, where it was started and not all of it could be watched. */
  egressGap: z.string().optional(),
  tools: z.array(SnapshotTool),
  /** Set where the server was run and its source gave tools as well. */
  comparison: SourceComparison.optional(),
});
export type Snapshot = z.infer<typeof Snapshot>;
