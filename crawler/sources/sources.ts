/** Every source, and how a person names one: `registry`, `registry:URL`, `npm-search:TEXT`, `config:PATH`, `list:URL|PATH`. */
import { clientConfig } from './client-config/index.ts';
import type { Source } from './define-source.ts';
import { listFile } from './list-file/index.ts';
import { mcpRegistry } from './mcp-registry/index.ts';
import { npmSearch } from './npm-search/index.ts';

interface NamedSource {
  source: Source;
  /** Whether it can be named without an argument. */
  alone: boolean;
  argument: string;
}

const named = new Map<string, NamedSource>([
  ['registry', { source: mcpRegistry, alone: true, argument: 'URL' }],
  ['npm-search', { source: npmSearch, alone: true, argument: 'TEXT' }],
  ['config', { source: clientConfig, alone: true, argument: 'PATH' }],
  ['list', { source: listFile, alone: false, argument: 'URL|PATH' }],
]);

export type SourceChoice = { source: Source; argument: string | undefined } | { error: string };

/** Undefined where the text names no source, and is a file or a folder. */
export function parseSource(text: string): SourceChoice | undefined {
  const [name = '', argument] = text.split(/:(.*)/s);
  const found = named.get(name);
  if (found === undefined) return undefined;
  if (argument === undefined && !found.alone) return { error: `${name} needs what to read: ${name}:${found.argument}` };
  if (argument === '') return { error: `${name}: needs what to read: ${name}:${found.argument}` };
  if (name === 'registry' && argument !== undefined && !/^https?:\/\//i.test(argument)) {
    return { error: 'registry: needs an http or https address' };
  }
  return { source: found.source, argument };
}
