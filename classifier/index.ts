/** The classifier: a tool definition in, a verdict out. Pure, synchronous, and total over any JSON. */
import type { Snapshot } from '../schema/snapshot.ts';
import { readTool } from '../schema/tool-definition.ts';
import { toolIds } from '../schema/tool-ids.ts';
import type { Verdict } from '../schema/verdict.ts';
import { identifyDefinition } from './identify-definition.ts';
import { signals } from './signals/index.generated.ts';
import type { Subject } from './subject.ts';
import { makeVerdict } from './verdict.ts';

export { findServerFindings } from './findings/find-server-findings.ts';
export { heedServerAlarm } from './findings/heed-server-alarm.ts';
export type { Subject } from './subject.ts';

/** The name of these rules, tables and weights, in a verdict's `by`; raised when verdicts change. */
export const localModel: string = 'local-5';

/** The verdict on one tool. `definition` may be any JSON. */
export function classifyTool(subject: Subject): Verdict {
  return makeVerdict(subject, { signals, model: localModel, definitionHash: identifyDefinition(subject.definition) });
}

/** The verdicts on every tool of a snapshot, in its order. */
export function classifySnapshot(snapshot: Snapshot): Verdict[] {
  return subjectsOf(snapshot).map((subject, index) => {
    const hash = snapshot.tools[index]?.definitionHash ?? identifyDefinition(subject.definition);
    return makeVerdict(subject, { signals, model: localModel, definitionHash: hash });
  });
}

/** Every tool of a snapshot with what is known around it, in its order. */
export function subjectsOf(snapshot: Snapshot): Subject[] {
  const { server, tools, instructions } = snapshot;
  const ids = toolIds(tools.map(({ definition }) => definition));
  const siblings = tools.map(({ definition }) => readTool(definition).name);
  const described = {
    id: server.id,
    name: server.name,
    ...(server.description === undefined ? {} : { description: server.description }),
    ...(instructions === undefined ? {} : { instructions }),
  };
  return tools.map(({ definition, handler }, index) => ({
    id: ids[index] ?? readTool(definition).name,
    definition,
    server: described,
    siblings,
    ...(handler ? { handler } : {}),
  }));
}
