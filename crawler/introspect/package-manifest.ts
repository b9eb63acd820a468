/** What a published package says of itself. All of it is a stranger's text, of whatever type. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { isJsonObject, type Json, type JsonObject } from '../../schema/tool-definition.ts';

export interface PackageManifest {
  name: string;
  version: string;
  description: string | undefined;
  /** https or http addresses. */
  homepage: string | undefined;
  repository: string | undefined;
  /** Its `mcpName`, where that has the form of a name in the MCP registry (server.json, 2025-12-11). */
  registryName: string | undefined;
  /** Commands and their files; the files are as written. */
  bins: ReadonlyMap<string, string>;
  main: string | undefined;
  /** Whether anything in it speaks of MCP: a dependency, a keyword, its name, its description. */
  mentionsMcp: boolean;
}

const maxManifest = 2_000_000;
const maxReadme = 1_000_000;

/** Undefined where there is no readable package.json. */
export async function readPackageManifest(
  folder: string,
  name: string,
  version: string,
): Promise<PackageManifest | undefined> {
  const text = await readBounded(path.join(folder, 'package.json'), maxManifest);
  const manifest = text === undefined ? undefined : parseObject(text);
  if (manifest === undefined) return undefined;
  return {
    name,
    version,
    description: plainText(manifest.description, 1_000),
    homepage: webAddress(manifest.homepage),
    repository: webAddress(isJsonObject(manifest.repository) ? manifest.repository.url : manifest.repository),
    registryName: readRegistryName(manifest.mcpName),
    bins: readBins(manifest.bin, name),
    main: readMain(manifest),
    mentionsMcp: mentionsMcp(manifest, name),
  };
}

export async function readReadme(folder: string): Promise<string> {
  for (const name of ['README.md', 'readme.md', 'Readme.md', 'README']) {
    const text = await readBounded(path.join(folder, name), maxReadme);
    if (text !== undefined) return text;
  }
  return '';
}

async function readBounded(file: string, maxBytes: number): Promise<string | undefined> {
  try {
    const status = await stat(file);
    return status.isFile() && status.size <= maxBytes ? await readFile(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function readRegistryName(name: Json | undefined): string | undefined {
  return typeof name === 'string' && /^[a-zA-Z0-9.-]{1,199}\/[a-zA-Z0-9._-]{1,199}$/.test(name) && name.length <= 200
    ? name
    : undefined;
}

function readBins(bin: Json | undefined, name: string): ReadonlyMap<string, string> {
  if (typeof bin === 'string') return new Map([[name.replace(/^@[^/]*\//, ''), bin]]);
  if (!isJsonObject(bin)) return new Map();
  return new Map(
    Object.entries(bin).flatMap(([key, file]) => (typeof file === 'string' ? [[key, file] as const] : [])),
  );
}

function readMain(manifest: JsonObject): string | undefined {
  if (typeof manifest.main === 'string' && manifest.main !== '') return manifest.main;
  const exported = isJsonObject(manifest.exports) ? (manifest.exports['.'] ?? manifest.exports) : manifest.exports;
  if (typeof exported === 'string') return exported;
  if (isJsonObject(exported)) {
    const file = exported.import ?? exported.default ?? exported.require;
    if (typeof file === 'string') return file;
  }
  return 'index.js';
}

function mentionsMcp(manifest: JsonObject, name: string): boolean {
  const words = [name, manifest.description, ...(Array.isArray(manifest.keywords) ? manifest.keywords : [])];
  const dependencies = [manifest.dependencies, manifest.devDependencies, manifest.peerDependencies];
  const names = dependencies.flatMap((group) => (isJsonObject(group) ? Object.keys(group) : []));
  return [...words, ...names].some((word) => typeof word === 'string' && /mcp|model.?context.?protocol/i.test(word));
}

/** `git+https://host/x.git`, `github:owner/name` and `git@host:x` become an address a person can open; anything else is dropped. */
export function webAddress(value: Json | undefined): string | undefined {
  if (typeof value !== 'string' || value.length > 300) return undefined;
  const text = value
    .trim()
    .replace(/^git\+/, '')
    .replace(/^github:|^(?=[\w.-]+\/[\w.-]+$)/, 'https://github.com/')
    .replace(/^(?:ssh:\/\/)?git@([\w.-]+)[:/]/, 'https://$1/')
    .replace(/^git:\/\//, 'https://')
    .replace(/\.git(?=$|#)/, '');
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.username === '' && url.password === '' ? url.href : undefined;
}

function plainText(value: Json | undefined, maxLength: number): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, maxLength).toWellFormed() : undefined;
}
