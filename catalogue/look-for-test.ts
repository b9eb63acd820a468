/** Looks at servers that do not exist, for the tests of this folder. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { definitionHash } from '../schema/definition-hash.ts';
import type { Policy } from '../schema/policy.ts';
import type { Coverage, SnapshotTool } from '../schema/snapshot.ts';
import type { Category, Risk } from '../schema/taxonomy.ts';
import { type Json, readTool } from '../schema/tool-definition.ts';
import { toolIds } from '../schema/tool-ids.ts';
import type { Verdict } from '../schema/verdict.ts';
import type { Catalogue } from './catalogue.ts';
import type { Look } from './look.ts';
import { openCatalogue } from './open-catalogue.ts';

/** A tool by its name, or by its whole definition; `stable` stands for the definition with its volatile parts masked. */
export type ToolSketch = string | { definition: Json; stable?: string; category?: Category; risk?: Risk };

export interface LookSketch {
  id?: string;
  entryId?: string;
  tools?: readonly ToolSketch[];
  revision?: string;
  coverage?: Coverage;
  at?: string;
}

export function makeLook(sketch: LookSketch = {}): Look {
  const { id = 'pkg:npm/harbour', entryId = 'harbour', revision = '1.0.0', at = '2026-01-01T00:00:00.000Z' } = sketch;
  const sketches = (sketch.tools ?? []).map((tool) =>
    typeof tool === 'string' ? { definition: { name: tool } } : tool,
  );
  const ids = toolIds(sketches.map(({ definition }) => definition));
  return {
    entryId,
    title: 'Harbour',
    target: `npm:${entryId}`,
    lookedAt: at,
    judgedBy: 'test-1',
    snapshot: {
      server: { id, name: 'harbour' },
      target: `npm:${entryId}`,
      revision,
      launch: { transport: 'stdio', args: [], environment: [] },
      coverage: sketch.coverage ?? { state: 'complete' },
      egress: [],
      tools: sketches.map(makeTool),
    },
    verdicts: sketches.map((tool, index) => makeVerdict(tool, ids[index] ?? '')),
    toolPolicies: sketches.map((): Policy => ({ version: '1', default: 'deny' })),
    serverPolicy: { version: '1', default: 'deny' },
  };
}

function makeTool({ definition, stable }: Exclude<ToolSketch, string>): SnapshotTool {
  const hash = definitionHash(definition);
  return {
    definition,
    provenance: { from: 'live' },
    conditions: [],
    conformance: [],
    definitionHash: hash,
    stableHash: stable ?? hash,
  };
}

function makeVerdict(
  { definition, category = 'read', risk = 'low' }: Exclude<ToolSketch, string>,
  id: string,
): Verdict {
  return {
    id,
    name: readTool(definition).name,
    category,
    risk,
    flags: [],
    facets: {
      outcome: 'benign',
      destination: 'user',
      sensitivity: 'none',
      scope: 'one',
      power: 'none',
      openInput: [],
      untrustedOutput: false,
    },
    confidence: 0.9,
    needsReview: false,
    operations: [],
    rationale: 'It looks at something.',
    evidence: [],
    annotations: {},
    findings: [],
    by: { model: 'test-1', definitionHash: definitionHash(definition) },
  };
}

/** Runs the work on a catalogue in a folder of its own, which is removed afterwards. */
export async function withCatalogue<T>(work: (catalogue: Catalogue, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-catalogue-'));
  const catalogue = await openCatalogue(path.join(folder, 'catalogue.db'));
  try {
    return await work(catalogue, folder);
  } finally {
    await catalogue.close();
    await rm(folder, { recursive: true });
  }
}

export async function exportLines(catalogue: Catalogue): Promise<string[]> {
  return Array.fromAsync(catalogue.exportCanonical());
}
