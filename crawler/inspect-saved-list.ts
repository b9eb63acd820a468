/** A saved `tools/list`: a file, nothing started. */
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Server, Snapshot } from '../schema/snapshot.ts';
import { isJsonObject, type Json } from '../schema/tool-definition.ts';
import { makeFailedSnapshot, noLaunch } from './failed-snapshot.ts';
import { makeSnapshotTools } from './snapshot-tool.ts';
import { formatTarget } from './target.ts';

/** Ten times the largest list seen, and some. */
const maxBytes = 64_000_000;

type ToolsTarget = { kind: 'tools'; file: string };

/** Reads a list of tools, `{tools}`, a JSON-RPC answer that holds it, or one tool per line (JSONL). */
export async function inspectSavedList(target: ToolsTarget): Promise<Snapshot> {
  const name = path.basename(target.file);
  const server: Server = { id: formatTarget(target), name };
  const read = await readText(target.file);
  if ('reason' in read) return makeFailedSnapshot(target, { server, failure: read.failure, reason: read.reason });
  const list = parseList(read.text);
  if ('reason' in list) return makeFailedSnapshot(target, { server, failure: 'bad-input', reason: list.reason });
  if (list.tools.length === 0) {
    return makeFailedSnapshot(target, { server, failure: 'no-tools-found', reason: 'The list holds no tools.' });
  }
  return {
    server,
    target: formatTarget(target),
    launch: noLaunch,
    coverage: { state: 'complete' },
    egress: [],
    tools: makeSnapshotTools(list.tools, { from: 'live' }),
  };
}

type Text = { text: string } | { failure: 'not-found' | 'too-large' | 'bad-input'; reason: string };

async function readText(file: string): Promise<Text> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => error);
  if (handle instanceof Error) {
    if (handle.code === 'ENOENT') return { failure: 'not-found', reason: 'There is no such file.' };
    return { failure: 'bad-input', reason: `The file cannot be read (${handle.code ?? 'unknown'}).` };
  }
  try {
    const status = await handle.stat();
    if (!status.isFile()) return { failure: 'bad-input', reason: 'It is not a file.' };
    if (status.size > maxBytes) return { failure: 'too-large', reason: 'The file is larger than 64 MB.' };
    return { text: (await handle.readFile('utf8')).replace(/^\ufeff/, '') };
  } finally {
    await handle.close();
  }
}

type List = { tools: Json[] } | { reason: string };

function parseList(text: string): List {
  const whole = parseJson(text);
  if (whole === undefined) return parseLines(text);
  if (Array.isArray(whole)) return { tools: whole };
  if (isJsonObject(whole)) {
    const result = isJsonObject(whole.result) ? whole.result : whole;
    if (Array.isArray(result.tools)) return { tools: result.tools };
    // One tool by itself, or a file of one line.
    if (typeof whole.name === 'string') return { tools: [whole] };
  }
  return { reason: 'The file holds JSON, but no list of tools.' };
}

function parseLines(text: string): List {
  const tools: Json[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const tool = parseJson(line);
    if (tool === undefined)
      return { reason: `The file is neither JSON nor JSON lines: line ${index + 1} cannot be read.` };
    tools.push(tool);
  }
  return { tools };
}

function parseJson(text: string): Json | undefined {
  try {
    // JSON.parse gives nothing else.
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
