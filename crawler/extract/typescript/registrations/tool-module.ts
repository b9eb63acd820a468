/**
 * Files that are tools: one `export` for each part, found by a loader that lists a folder. For a server whose registration could
 * not be followed.
 */
import { exportedNames, exportedValue } from '../evaluate-name.ts';
import type { Project } from '../project.ts';
import type { Module } from '../scope.ts';
import { type Member, type ObjectValue, textValue } from '../value.ts';
import { type Found, makeFound, readToolObject } from './found-tool.ts';

/** `metadata` is an object with the name in it. */
const names = ['name', 'toolName', 'method', 'metadata'];
const schemas = ['inputSchema', 'parameters', 'paramsSchema', 'argsSchema', 'schema'];
const handlers = ['handler', 'execute', 'run', 'callback', 'handle', 'default'];

export function findToolModule(project: Project, module: Module): Found {
  const found = makeFound();
  const exported = new Set(exportedNames(project, module));
  const name = names.find((key) => exported.has(key));
  const hasParts = [schemas, handlers].every((keys) => keys.some((key) => exported.has(key)));
  if (name === undefined || !hasParts || (name !== 'metadata' && !exported.has('description'))) return found;
  project.restartSteps();
  const members = new Map<string, Member>();
  for (const key of exported) members.set(key, { get: () => exportedValue(project, module, key) });
  const named = name === 'metadata' ? undefined : members.get(name);
  if (named) members.set('name', named);
  const record: ObjectValue = { kind: 'object', members, whole: true, node: undefined };
  const tool = readToolObject(record, module.parsed.root, []);
  if (tool?.name.exact && textValue(tool.description) !== undefined) found.tools.push({ ...tool, shaped: true });
  return found;
}
