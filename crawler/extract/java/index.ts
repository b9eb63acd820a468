/** Tools in Java source: Quarkus, Spring AI, the official SDK. */
import type { LanguageInput, LanguageReader, LanguageResult } from '../language.ts';
import { findAnnotatedMethods } from './annotated-method.ts';
import { loadJavaParser } from './grammar.ts';
import { type JavaFile, Project } from './project.ts';
import { findToolObjects } from './tool-object.ts';

export const java: LanguageReader = {
  id: 'java',
  reads: (path) => path.endsWith('.java') && !/(Test|Tests|IT)\.java$/.test(path),
  extract: extractJava,
};

// Cheap and generous: a file without these words registers nothing.
const worthParsing =
  /@\w*\.?\w*Tool\b|@ToolMapping|\bTool\s*\.\s*builder\b|\bnew\s+(McpSchema\.)?Tool\s*\(|\bnewTool\s*\(/;

async function extractJava(input: LanguageInput): Promise<LanguageResult> {
  const project = new Project(input, await loadJavaParser());
  const files: JavaFile[] = [];
  for (const [path, text] of input.texts) {
    const file = worthParsing.test(text) ? project.file(path) : undefined;
    if (file) files.push(file);
  }
  const notes: string[] = [];
  const tools = files.flatMap((file) => [
    ...findAnnotatedMethods(project, file, notes),
    ...findToolObjects(project, file, notes),
  ]);
  const broken = files.filter((file) => file.parsed.hasError).slice(0, 5);
  notes.push(
    ...broken.map((file) => `${file.path} holds a syntax error; what could be read of it was.`),
    ...project.notes,
  );
  return { tools, notes, server: {} };
}
