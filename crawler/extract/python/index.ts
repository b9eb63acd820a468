/** Tools in Python source: FastMCP, the official SDK's FastMCP, and its low-level server. */
import type { HandlerEvidence } from '../../../schema/snapshot.ts';
import type { ExtractedTool, LanguageInput, LanguageReader, LanguageResult } from '../language.ts';
import { childAt, textOf } from '../syntax-tree.ts';
import { conditionsAt } from './conditions.ts';
import { dispatchBranches } from './dispatch.ts';
import { loadPythonParser } from './grammar.ts';
import { ownPlaces } from './handler/argument-places.ts';
import { collectEvidence } from './handler/collect-evidence.ts';
import { Project } from './project.ts';
import { Reachability } from './reachability.ts';
import { readTool } from './read-tool.ts';
import { findCallForms } from './registrations/call-form.ts';
import { findDecorated } from './registrations/decorator.ts';
import { findMounts, type Mounts, mountedNames, serverMaker } from './registrations/mount.ts';
import type { Registration } from './registrations/registration.ts';
import { findToolObjects } from './registrations/tool-object.ts';
import type { Module } from './scope.ts';
import { findServerName } from './server-names.ts';

export const python: LanguageReader = {
  id: 'python',
  reads: (path) => path.endsWith('.py'),
  extract: extractPython,
};

// Cheap and generous: a file without these words registers nothing.
const worthParsing = /mcp|\btool|Tool\b/i;
const generated = /\b(FastMCP|MCPServer)\.(from_openapi|from_fastapi|as_proxy)\s*\(/;

async function extractPython(input: LanguageInput): Promise<LanguageResult> {
  const project = new Project(input, await loadPythonParser());
  const modules: Module[] = [];
  for (const [path, text] of input.texts) {
    const module = worthParsing.test(text) ? project.module(path) : undefined;
    if (module) modules.push(module);
  }
  const finders = [findDecorated, findCallForms, findToolObjects];
  const found = modules.flatMap((module) => finders.map((find) => find(project, module)));
  const mounts = findMounts(project, modules);
  const reachability = new Reachability(project);
  const notes = found.flatMap((one) => one.notes);
  const uncalled = new Map<string, number>();
  const tools = found
    .flatMap((one) => one.registrations)
    .flatMap((registration) => readTools(project, reachability, mounts, registration, notes, uncalled));
  for (const [place, count] of uncalled) notes.push(`${place} is never called; ${count} tools in it are not listed.`);
  notes.push(...noteGenerated(input), ...noteSyntaxErrors(modules), ...project.notes);
  return { tools, notes, server: findServerName(project, modules) };
}

function readTools(
  project: Project,
  reachability: Reachability,
  mounts: Mounts,
  registration: Registration,
  notes: string[],
  uncalled: Map<string, number>,
): ExtractedTool[] {
  project.restartSteps();
  const { at, module, receiver, scope } = registration;
  const reach = reachability.at(at);
  if (reach.uncalled) {
    const place = `${textOf(childAt(reach.uncalled, 'name') ?? reach.uncalled)} (${module.path}:${reach.uncalled.line})`;
    uncalled.set(place, (uncalled.get(place) ?? 0) + 1);
    return [];
  }
  const handler = readHandler(project, registration);
  const own = [...reach.conditions, ...conditionsAt(at), ...enabledCondition(registration)];
  const names = mountedNames(mounts, receiver && serverMaker(project, receiver, scope));
  return names.flatMap(({ prefix, exact, conditions }) => {
    project.restartSteps();
    const read = readTool(project, registration, { text: prefix, exact });
    if (read === undefined)
      notes.push(`${module.path}:${registration.line} registers a tool whose name is made when the server starts.`);
    if (read === undefined) return [];
    const place = { file: module.path, line: registration.line };
    return [{ ...read, ...place, conditions: [...new Set([...conditions, ...own])], handler }];
  });
}

/** The function's body; for a tool without a function of its own, its branch of the server's one handler. */
function readHandler(project: Project, registration: Registration): HandlerEvidence[] {
  const { fn, module, name } = registration;
  project.restartSteps();
  const body = fn && childAt(fn.node, 'body');
  if (fn && body) return collectEvidence(project, [{ node: body, module: fn.module, places: ownPlaces(fn), when: [] }]);
  return name === undefined ? [] : collectEvidence(project, dispatchBranches(project, module, name.text));
}

function enabledCondition({ enabled }: Registration): string[] {
  if (enabled === undefined || textOf(enabled) === 'True') return [];
  return [textOf(enabled).replace(/\s+/g, ' ').slice(0, 160)];
}

function noteGenerated(input: LanguageInput): string[] {
  const places = [...input.texts].filter(([, text]) => generated.test(text)).map(([path]) => path);
  return places
    .slice(0, 5)
    .map((path) => `${path} makes tools out of another API when the server starts; they are not in the source.`);
}

function noteSyntaxErrors(modules: readonly Module[]): string[] {
  const broken = modules.filter((module) => module.parsed.hasError);
  return broken.slice(0, 5).map((module) => `${module.path} holds a syntax error; what could be read of it was.`);
}
