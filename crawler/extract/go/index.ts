/** Tools in Go source: mcp-go, the official SDK, and the structs and wrappers that projects build on them. */
import { branchConditions } from '../branch-conditions.ts';
import { collectEvidence } from '../handler-evidence.ts';
import { hole } from '../known-value.ts';
import type { ExtractedTool, LanguageInput, LanguageReader, LanguageResult } from '../language.ts';
import { isMentionedAgain } from '../mentions.ts';
import { childAt, textOf } from '../syntax-tree.ts';
import { finishTool, type ToolDraft } from '../tool-draft.ts';
import { CallSites } from './call-sites.ts';
import { embeddedPaths } from './embedded.ts';
import { goEvidence } from './evidence.ts';
import { findHandler, handlerOfTurn, usesOf } from './find-handler.ts';
import { loadGoParser } from './grammar.ts';
import { readHandlerInput } from './handler-input.ts';
import { applyLaterFields } from './later-fields.ts';
import { type GoFile, Project } from './project.ts';
import { turnsAt } from './range-turns.ts';
import type { Registration } from './registrations/registration.ts';
import { findToolCalls } from './registrations/tool-call.ts';
import { findToolLiterals } from './registrations/tool-literal.ts';
import { findToolTypes } from './registrations/tool-type.ts';
import { enclosingDeclaration, enclosingFunction, isFunction, type Placed, type Scope } from './scope.ts';

export const go: LanguageReader = {
  id: 'go',
  reads: (path) => path.endsWith('.go') && !path.endsWith('.pb.go'),
  attaches: embeddedPaths,
  extract: extractGo,
};

// Cheap and generous: a file without these words registers nothing.
const worthParsing = /mcp|Tool\b/i;

interface Reading {
  project: Project;
  sites: CallSites;
  /** Calls that are registrations themselves; a wrapper's inside is not read once more for them. */
  taken: ReadonlySet<unknown>;
  isUsed(name: string): boolean;
  notes: string[];
}

async function extractGo(input: LanguageInput): Promise<LanguageResult> {
  const project = new Project(input, await loadGoParser());
  const files: GoFile[] = [];
  for (const [path, text] of input.texts) {
    const file = worthParsing.test(text) ? project.file(path) : undefined;
    if (file) files.push(file);
  }
  const found = files.flatMap((file) => [...findToolCalls(project, file), ...findToolLiterals(project, file)]);
  const used = new Map<string, boolean>();
  const isUsed = (name: string) => {
    if (!used.has(name)) used.set(name, isMentionedAgain(input.texts.values(), name));
    return used.get(name) === true;
  };
  const taken = new Set(found.map(({ at }) => at.node));
  const reading: Reading = { project, sites: new CallSites(project, files), taken, isUsed, notes: [] };
  const tools = found.flatMap((registration) => readTools(reading, registration));
  const isAlone = tools.length === 0 && reading.notes.length === 0;
  const shaped = tools.length === 0 || reading.notes.length > 0 ? readTypes(reading, files, tools) : [];
  if (shaped.length > 0 && !isAlone) reading.notes.push(shapedNote);
  tools.push(...shaped);
  const broken = files.filter((file) => file.parsed.hasError).slice(0, 5);
  const notes = broken.map((file) => `${file.path} holds a syntax error; what could be read of it was.`);
  const all = [...reading.notes, ...notes, ...project.notes];
  return {
    tools,
    notes: all,
    server: findServerName(files),
    ...(isAlone && shaped.length > 0 ? { weak: shapedNote } : {}),
  };
}

const shapedNote =
  'How tools are registered could not be followed; types of the Go source that have a tool’s name, words and schema are listed.';

/** Types that are tools by their methods; those that are listed already are not taken again. */
function readTypes(reading: Reading, files: readonly GoFile[], tools: readonly ExtractedTool[]): ExtractedTool[] {
  const known = new Set(tools.map(({ definition }) => definition.name));
  const message = 'The source writes this as a tool, but the way from there to the list could not be followed.';
  return findToolTypes(reading.project, files)
    .flatMap((registration) => readTools(reading, registration))
    .filter(({ definition }) => !known.has(definition.name))
    .map((tool) => ({
      ...tool,
      conformance: [...tool.conformance, { id: 'unfollowed-registration', pointer: '', message }],
    }));
}

function readTools(reading: Reading, registration: Registration): ExtractedTool[] {
  const { at } = registration;
  const place = `${at.node.source.path}:${at.node.line}`;
  const declaration = enclosingDeclaration(at.node);
  const name = declaration && textOf(childAt(declaration, 'name') ?? declaration);
  if (name !== undefined && !/^(main|init)$/.test(name) && !reading.isUsed(name)) {
    reading.notes.push(`${name} (${place}) is never called; the tool in it is not listed.`);
    return [];
  }
  const scopes = scopesOf(reading, registration);
  const tools = scopes.flatMap((scope) => readOne(reading, registration, scope) ?? []);
  if (tools.length === 0 && scopes.length > 0)
    reading.notes.push(`${place} registers a tool whose name is made when the server starts.`);
  return tools;
}

/** Its own place; where the name is a parameter of the function around it, one for each call of that function. */
function scopesOf({ project, sites, taken }: Reading, { at, draft }: Registration): Scope[] {
  project.restartSteps();
  if (isRead(draft(at.scope))) return [at.scope];
  project.restartSteps();
  const turns = turnsAt(project, at.node, at.scope).filter((scope) => {
    project.restartSteps();
    return isRead(draft(scope));
  });
  if (turns.length > 0) return turns;
  const calls: Placed[] = [];
  for (let fn = enclosingFunction(at.node); fn !== undefined; fn = enclosingFunction(fn))
    calls.push(...sites.given(fn));
  // A wrapper's calls are registrations themselves; its inside adds none.
  const own = calls.filter(({ node, scope }) => !taken.has(node) && isRead(draft(scope)));
  if (own.length > 0) return own.map(({ scope }) => scope);
  return calls.some(({ node }) => taken.has(node)) ? [] : [at.scope];
}

function isRead({ name }: ToolDraft): boolean {
  return name !== undefined && !name.text.includes(hole);
}

function readOne(reading: Reading, registration: Registration, scope: Scope): ExtractedTool | undefined {
  const { project, sites } = reading;
  const { at, hasSchema } = registration;
  project.restartSteps();
  const handler =
    registration.handler ?? handlerOfTurn(project, scope) ?? findHandler(project, sites, { node: at.node, scope });
  project.restartSteps();
  const draft = registration.draft(scope);
  const { call } = scope.given ?? {};
  const changed = [{ node: at.node, scope }, ...(call ? [call] : [])].map((made) =>
    applyLaterFields(project, made, draft),
  );
  if (!hasSchema && handler && !changed.includes(true)) draft.input = readHandlerInput(project, handler);
  const finished = finishTool(draft);
  if (finished === undefined) return undefined;
  project.restartSteps();
  const body = handler && childAt(handler.node, 'body');
  const shown = registration.shown ?? [...(scope.turns?.values() ?? [])].at(-1)?.value.node ?? call?.node ?? at.node;
  return {
    ...finished,
    file: shown.source.path,
    line: shown.line,
    conditions: conditionsOf(reading, { node: at.node, scope }),
    handler: body ? collectEvidence(goEvidence(project), [body], finished.definition.inputSchema) : [],
  };
}

/** Those of the place; of the call that is followed, or of the one place that calls the function around it, before them. */
function conditionsOf({ sites }: Reading, { node, scope }: Placed): string[] {
  const uses = usesOf(sites, { node, scope }).map((use) => branchConditions(use.node, isFunction));
  const atEvery = (uses[0] ?? []).filter((condition) => uses.every((one) => one.includes(condition)));
  const own = [...branchConditions(node, isFunction), ...atEvery];
  const fn = enclosingFunction(node);
  const calls = scope.given?.call ? [scope.given.call] : fn ? sites.of(fn) : [];
  const [call] = calls;
  const outer = call && calls.length === 1 ? branchConditions(call.node, isFunction) : [];
  return [...new Set([...outer, ...own])];
}

/** `server.NewMCPServer("Name", …)`, `mcp.Implementation{Name: "name"}`. */
function findServerName(files: readonly GoFile[]): LanguageResult['server'] {
  for (const { parsed } of files) {
    const text = parsed.root.source.text;
    const name =
      /\bNewMCPServer\(\s*"([^"\\]{1,100})"/.exec(text)?.[1] ??
      /\bmcp\.Implementation\{\s*(?:Title:\s*"[^"]*",\s*)?Name:\s*"([^"\\]{1,100})"/.exec(text)?.[1];
    if (name !== undefined) return { name };
  }
  return {};
}
