/** Tools in C# source: the official SDK's attributes, its factory, and tools written out. */
import type { LanguageInput, LanguageReader, LanguageResult } from '../language.ts';
import type { ParsedSource } from '../syntax-tree.ts';
import { findAttributedMethods } from './attributed-method.ts';
import { findCommandClasses } from './command-class.ts';
import { loadCSharpParser } from './grammar.ts';
import { Project } from './project.ts';
import { findToolObjects } from './tool-object.ts';

// A test project is named for what it tests: `Harbour.Tests/`.
const testProject = /(^|\/)[^/]*(\.|_)?(Unit|Integration|Functional)?(Tests?|Benchmarks?)\//;

export const csharp: LanguageReader = {
  id: 'csharp',
  reads: (path) => path.endsWith('.cs') && !/\.(g|designer)\.cs$/i.test(path) && !testProject.test(path),
  extract: extractCSharp,
};

// Cheap and generous: a file without these words registers nothing.
const worthParsing = /McpServerTool|ModelContextProtocol|\bInputSchema\b|\[CommandMetadata|\bCommandGroup\b/;

async function extractCSharp(input: LanguageInput): Promise<LanguageResult> {
  const project = new Project(input, await loadCSharpParser());
  const files: ParsedSource[] = [];
  for (const [path, text] of input.texts) {
    const file = worthParsing.test(text) ? project.file(path) : undefined;
    if (file) files.push(file);
  }
  const notes: string[] = [];
  const tools = files.flatMap((file) => [
    ...findAttributedMethods(project, file, notes),
    ...findToolObjects(project, file, notes),
  ]);
  tools.push(...findCommandClasses(project, files, notes));
  const broken = files.filter((file) => file.hasError).slice(0, 5);
  notes.push(
    ...broken.map(({ root }) => `${root.source.path} holds a syntax error; what could be read of it was.`),
    ...project.notes,
  );
  return { tools, notes, server: {} };
}
