/**
 * What a source writes as tools where the way from there to the server's list could not be followed: a registration that
 * depends on the run, a server that speaks the protocol itself, a name that is registered without words or schema.
 */
import type { Project } from '../project.ts';
import type { Module } from '../scope.ts';
import type { Found, FoundTool } from './found-tool.ts';
import { findToolClasses, isLoadedByFramework } from './tool-class.ts';
import { findToolDefinitions } from './tool-definition.ts';
import { findToolModule } from './tool-module.ts';
import { findToolShaped } from './tool-shaped.ts';

// Cheap and generous: a file without these words writes no tool.
const toolShaped = /\b(inputSchema|getInputSchema|parameters|paramsSchema|argsSchema|input_schema|schema|input)\b/;
const described = /\b(d|getD)escription\b/;

/** What a client does not need: beside it what is written as a tool may be what a model is told. */
const servesMcp =
  /@modelcontextprotocol\/(sdk\/(server|types)|server)|McpServer|FastMCP|['"`]tools\/list['"`]|ListToolsRequest/;

export interface Shaped {
  tools: FoundTool[];
  notes: string[];
  /** Says so where nothing but how they are written shows that the server offers them. */
  weak?: string;
}

/** `known`: the tools whose registration was read; `isOpen`: one of them could not be followed to all of its tools. */
export function findByShape(project: Project, known: readonly FoundTool[], isOpen: boolean): Shaped {
  const texts = [...project.input.texts.values()];
  const isFollowed = !isOpen && !texts.some(isLoadedByFramework);
  const bare = new Map(known.filter(isBare).map((tool) => [tool.name.text, tool]));
  const isAlone = isFollowed && known.length === 0;
  if (isFollowed && !isAlone && bare.size === 0) return { tools: [], notes: [] };
  project.allowShapes();
  const defined = isFollowed && !isAlone ? [] : findIn(project, [findToolDefinitions]).tools;
  if (isAlone && defined.length > 0) return { tools: defined, notes: [definedNote] };
  if (isAlone && !texts.some((text) => servesMcp.test(text))) return { tools: [], notes: [] };
  const names = new Set(known.map(({ name }) => name.text));
  const written = findIn(project, [findToolShaped, findToolModule, findToolClasses]);
  const found = [...defined, ...written.tools];
  const told = found.flatMap((tool) => {
    const registered = bare.get(tool.name.text);
    return registered
      ? [{ ...tool, handler: tool.handler ?? registered.handler, conditions: registered.conditions }]
      : [];
  });
  const more = isFollowed && !isAlone ? [] : found.filter(({ name }) => !names.has(name.text));
  const notes = isFollowed && !isAlone ? [] : [...written.notes];
  notes.push(...told.flatMap((tool) => noteConflict(bare.get(tool.name.text), tool)));
  if (isAlone && more.length > 0) return { tools: more, notes, weak: aloneNote };
  if (more.some(({ shaped }) => shaped)) notes.push(openNote);
  return { tools: [...told, ...more], notes };
}

const openNote =
  'A registration could not be followed to all of its tools; others that are written as tools are listed, whether or not every run offers them.';
const aloneNote =
  'No registration was found in a way that is known here; what the source writes as tools is listed, whether or not a run offers it.';
const definedNote =
  'The tools are handed to a library that makes the list; all that are defined with it are listed, whether or not every run offers them.';

type Find = (project: Project, module: Module) => Found;

function findIn(project: Project, finders: readonly Find[]): Pick<Found, 'tools' | 'notes'> {
  const found = [...project.input.texts]
    .filter(([, text]) => toolShaped.test(text) && described.test(text))
    .flatMap(([path]) => project.module(path) ?? [])
    .flatMap((module) => finders.map((find) => find(project, module)));
  return { tools: found.flatMap(({ tools }) => tools), notes: found.flatMap(({ notes }) => notes) };
}

/** A name and nothing that says what it does or takes. */
function isBare({ description, inputSchema, annotations }: FoundTool): boolean {
  return description === undefined && inputSchema === undefined && annotations === undefined;
}

function noteConflict(bare: FoundTool | undefined, { name, at }: FoundTool): string[] {
  if (bare === undefined) return [];
  const place = `${bare.at.source.path}:${bare.at.line}`;
  return [
    `${name.text} is named at ${place} without words or schema; the definition at ${at.source.path}:${at.line} is listed.`,
  ];
}
