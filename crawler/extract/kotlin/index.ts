/** Tools in Kotlin source: the official SDK, classes of their own, annotated functions. */
import type { ExtractedTool, LanguageInput, LanguageReader, LanguageResult } from '../language.ts';
import type { ParsedSource } from '../syntax-tree.ts';
import { findAnnotatedFunctions } from './annotated-function.ts';
import { loadKotlinParser } from './grammar.ts';
import { Project } from './project.ts';
import { findToolCalls } from './tool-call.ts';
import { findToolClasses } from './tool-class.ts';

export const kotlin: LanguageReader = {
  id: 'kotlin',
  reads: (path) => path.endsWith('.kt') && !/(Test|Tests|IT)\.kt$|(^|\/)\w*[tT]est\//.test(path),
  extract: extractKotlin,
};

// Cheap and generous: a file without these words registers nothing.
const worthParsing = /\baddTool\b|Tool\w*\s*[(<]|@\w*Tool\b/;
// A class of tools is a word of other programs as well.
const ofProtocol = /\bmcp|modelcontextprotocol/i;

async function extractKotlin(input: LanguageInput): Promise<LanguageResult> {
  const isServer = [...input.texts].some(([path, text]) => /mcp/i.test(path) || ofProtocol.test(text));
  if (!isServer) return { tools: [], notes: [], server: {} };
  const project = new Project(input, await loadKotlinParser());
  const files: ParsedSource[] = [];
  for (const [path, text] of input.texts) {
    const file = worthParsing.test(text) ? project.file(path) : undefined;
    if (file) files.push(file);
  }
  const notes: string[] = [];
  const tools = files.flatMap((file) => [
    ...findToolCalls(project, file, files, notes),
    ...findToolClasses(project, file),
    ...findAnnotatedFunctions(project, file, notes),
  ]);
  const broken = files.filter((file) => file.hasError).slice(0, 5);
  notes.push(
    ...broken.map(({ root }) => `${root.source.path} holds a syntax error; what could be read of it was.`),
    ...project.notes,
  );
  return { tools: dropRepeated(tools), notes, server: {} };
}

/** One call may be followed through several functions of one name. */
function dropRepeated(tools: readonly ExtractedTool[]): ExtractedTool[] {
  const kept = new Map(tools.map((tool) => [`${tool.file}:${tool.line}:${String(tool.definition.name)}`, tool]));
  return [...kept.values()];
}
