/** Makes the record of one tool from its definition, whichever way the definition was come by. */
import { canonicalJson, definitionHash } from '../schema/definition-hash.ts';
import type { ConformanceFinding, HandlerEvidence, Provenance, SnapshotTool } from '../schema/snapshot.ts';
import { type Json, readTool } from '../schema/tool-definition.ts';
import { checkConformance } from './tool/check-conformance.ts';
import { stableHash } from './tool/stable-hash.ts';
import { makeStorable } from './tool/storable-definition.ts';

export interface ToolContext {
  conditions?: string[];
  conformance?: ConformanceFinding[];
  handler?: HandlerEvidence[];
}

/** Total: any JSON value makes a tool, a malformed one with findings. */
export function makeSnapshotTool(definition: Json, provenance: Provenance, extra: ToolContext = {}): SnapshotTool {
  const storable = makeStorable(definition);
  const size = canonicalJson(storable.definition).length;
  return {
    definition: storable.definition,
    provenance,
    conditions: extra.conditions ?? [],
    conformance: [...checkConformance(storable.definition, size), ...storable.findings, ...(extra.conformance ?? [])],
    ...(extra.handler === undefined ? {} : { handler: extra.handler }),
    definitionHash: definitionHash(storable.definition),
    stableHash: stableHash(storable.definition),
  };
}

/** The tools of one list, with a finding on each that takes a name already taken. */
export function makeSnapshotTools(definitions: readonly Json[], provenance: Provenance): SnapshotTool[] {
  const taken = new Set<string>();
  return definitions.map((definition) => {
    const { name } = readTool(definition);
    const repeated = taken.has(name) && name !== '(unnamed)';
    taken.add(name);
    const message = 'The list holds this name more than once.';
    return makeSnapshotTool(definition, provenance, {
      conformance: repeated ? [{ id: 'name-repeated', pointer: '/name', message }] : [],
    });
  });
}
