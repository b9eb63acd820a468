/**
 * The scripts of dependencies that a package hands its server to: an entry of a few lines imports another package, and the tools
 * lie there. Only what the imports lead to is read, from the same installation, and nothing of it is run.
 */
import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isJsonObject, type JsonObject } from '../../../schema/tool-definition.ts';
import { decodeSource, isPlainPath } from '../source-tree.ts';
import { mayRegister, typescript } from './index.ts';
import { entryCandidates, importedAddresses, packageAddress } from './package-imports.ts';

const limits = { fileBytes: 4_000_000, totalBytes: 9_000_000, files: 600, packages: 24, levels: 3 } as const;
const maxManifest = 1_000_000;
/** What servers are built with: a library registers nothing of its own. */
const libraries =
  /^(@modelcontextprotocol\/(sdk|server|client|core|node|express|hono|fastify|ext-apps|inspector)|fastmcp|mcp-framework|xmcp|mcp-handler|mcp-proxy|agents|zod|zod-to-json-schema|@babel\/runtime|tslib|@swc\/helpers|@types\/.*|@opentelemetry\/.*|@sentry\/.*|express|hono|commander|yargs|openai|ai|@ai-sdk\/.*|@langchain\/.*|@anthropic-ai\/.*)$/;

export interface Delegates {
  /** By a path below `node_modules/`. */
  texts: ReadonlyMap<string, string>;
  /** Which of the files an address outside a package means. */
  packages: ReadonlyMap<string, string>;
  /** Names of the packages, those alone that may register tools. */
  names: readonly string[];
}

interface Reading {
  /** The folder that holds `node_modules`. */
  root: string;
  texts: Map<string, string>;
  packages: Map<string, string>;
  manifests: Map<string, JsonObject | undefined>;
  bytes: number;
  /** Packages that the first one imports itself. */
  direct: Set<string>;
}

interface Step {
  /** The folder of the package that imports, below the root. */
  from: string;
  written: string;
  level: number;
}

/** `folder` is `<root>/node_modules/<name>`; anywhere else there are no dependencies to read. */
export async function readDelegates(folder: string, own: ReadonlyMap<string, string>): Promise<Delegates> {
  const at = folder.split(path.sep).lastIndexOf('node_modules');
  const none: Delegates = { texts: new Map(), packages: new Map(), names: [] };
  if (at <= 0) return none;
  const segments = folder.split(path.sep);
  const root = segments.slice(0, at).join(path.sep) || path.sep;
  const from = segments.slice(at).join('/');
  const reading: Reading = {
    root,
    texts: new Map(),
    packages: new Map(),
    manifests: new Map(),
    bytes: 0,
    direct: new Set(),
  };
  const queue = [...own.values()].flatMap(importedAddresses).map((written): Step => ({ from, written, level: 1 }));
  const tried = new Set<string>();
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    const key = `${step.from} ${step.written}`;
    if (tried.has(key) || tried.size > limits.files * 4) continue;
    tried.add(key);
    queue.push(...(await follow(reading, step)));
  }
  // A package that registers what another gives it needs all of that one.
  return keepServers(reading, [...own.values()].some(mayRegister));
}

/** Reads what an import leads to; gives the imports of what was read. */
async function follow(reading: Reading, { from, written, level }: Step): Promise<Step[]> {
  const wanted = packageAddress(written);
  if (wanted === undefined || level > limits.levels || libraries.test(wanted.name)) return [];
  if (!dependenciesOf(await readManifest(reading, from)).has(wanted.name)) return [];
  for (const home of [`${from}/node_modules/${wanted.name}`, `node_modules/${wanted.name}`]) {
    const manifest = await readManifest(reading, home);
    if (manifest === undefined) continue;
    for (const file of entryCandidates(manifest, wanted.subpath)) {
      const found = `${home}/${file}`;
      if (!(await readScript(reading, found))) continue;
      if (!reading.packages.has(written)) reading.packages.set(written, found);
      if (level === 1) reading.direct.add(wanted.name);
      const inside = await readRelated(reading, found);
      return inside.map((next) => ({ from: home, written: next, level: level + 1 }));
    }
  }
  return [];
}

/** The files of the same package that a file leads to; gives the addresses of other packages among their imports. */
async function readRelated(reading: Reading, first: string): Promise<string[]> {
  const open = [first];
  const seen = new Set(open);
  const outside = new Set<string>();
  for (let file = open.shift(); file !== undefined; file = open.shift()) {
    for (const written of importedAddresses(reading.texts.get(file) ?? '')) {
      if (!written.startsWith('.')) {
        outside.add(written);
        continue;
      }
      const target = path.posix.join(path.posix.dirname(file), written);
      for (const candidate of [target, `${target}.js`, `${target}.mjs`, `${target}.cjs`, `${target}/index.js`]) {
        if (seen.has(candidate)) break;
        if (!(await readScript(reading, candidate))) continue;
        seen.add(candidate);
        open.push(candidate);
        break;
      }
    }
  }
  return [...outside];
}

/** True where the file is a script that is now among the texts. */
async function readScript(reading: Reading, file: string): Promise<boolean> {
  if (reading.texts.has(file)) return true;
  if (!isPlainPath(file) || !typescript.reads(file) || reading.texts.size >= limits.files) return false;
  const bytes = await readRegular(path.join(reading.root, file), limits.fileBytes);
  if (bytes === undefined || reading.bytes + bytes.length > limits.totalBytes) return false;
  const text = decodeSource(bytes);
  if (text === undefined) return false;
  reading.bytes += bytes.length;
  reading.texts.set(file, text);
  return true;
}

async function readManifest(reading: Reading, home: string): Promise<JsonObject | undefined> {
  if (reading.manifests.has(home)) return reading.manifests.get(home);
  const isRoom = reading.manifests.size < limits.packages * 4;
  const bytes = isRoom ? await readRegular(path.join(reading.root, home, 'package.json'), maxManifest) : undefined;
  const manifest = bytes === undefined ? undefined : parseObject(bytes);
  reading.manifests.set(home, manifest);
  return manifest;
}

/** Undefined for a link, and for what is larger. */
async function readRegular(file: string, maxBytes: number): Promise<Uint8Array | undefined> {
  try {
    const status = await lstat(file);
    return status.isFile() && status.size <= maxBytes ? await readFile(file) : undefined;
  } catch {
    return undefined;
  }
}

function parseObject(bytes: Uint8Array): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function dependenciesOf(manifest: JsonObject | undefined): ReadonlySet<string> {
  const kinds = [manifest?.dependencies, manifest?.optionalDependencies, manifest?.peerDependencies];
  return new Set(kinds.flatMap((kind) => (isJsonObject(kind) ? Object.keys(kind) : [])));
}

/** Without the packages in whose files nothing is registered; where `wantsAll`, with those that are imported directly. */
function keepServers({ texts, packages, direct }: Reading, wantsAll: boolean): Delegates {
  const byPackage = new Map<string, string[]>();
  for (const file of texts.keys()) {
    const name = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? '';
    byPackage.set(name, [...(byPackage.get(name) ?? []), file]);
  }
  const names = [...byPackage]
    .filter(
      ([name, files]) => (wantsAll && direct.has(name)) || files.some((file) => mayRegister(texts.get(file) ?? '')),
    )
    .map(([name]) => name);
  const kept = names.flatMap((name) => byPackage.get(name) ?? []);
  const keptTexts = new Map(kept.map((file) => [file, texts.get(file) ?? '']));
  return { texts: keptTexts, packages: new Map([...packages].filter(([, file]) => keptTexts.has(file))), names };
}
