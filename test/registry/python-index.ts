/** An index of Python packages on loopback (PEP 503, PEP 691), with the packages a test invents. */
import { createHash } from 'node:crypto';
import { packTarGz, packZip, toFiles } from '../../crawler/fetch/archive/pack-for-test.ts';
import { serveForTest, type TestSource } from '../../crawler/sources/http/serve-for-test.ts';

export interface InventedFile {
  /** `harbour_mcp-1.0-py3-none-any.whl`, `harbour_mcp-1.0.tar.gz` */
  name: string;
  content: Buffer;
  yanked?: boolean;
  /** What the index says its checksum is, over what is true; an empty one is left out. */
  sha256?: string;
  /** Where the index says that it lies, over where it does. */
  url?: string;
}

export interface PythonIndex extends TestSource {
  /** What pip is told: `http://127.0.0.1:port/simple` */
  simple: string;
  /** Replaces everything that it has. */
  hold(projects: Readonly<Record<string, readonly InventedFile[]>>): void;
}

export async function startPythonIndex(format: 'json' | 'html' = 'json'): Promise<PythonIndex> {
  let pages = new Map<string, string>();
  let files = new Map<string, Buffer>();
  const source = await serveForTest((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    const page = pages.get(path);
    const file = files.get(path);
    if (page !== undefined) {
      const etag = `"${createHash('sha256').update(page).digest('hex')}"`;
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
      const type = format === 'json' ? 'application/vnd.pypi.simple.v1+json' : 'text/html';
      response.writeHead(200, { 'content-type': type, etag }).end(page);
    } else if (file !== undefined) response.end(file);
    else response.writeHead(404).end('not here');
  });
  const hold: PythonIndex['hold'] = (projects) => {
    const makePage = format === 'json' ? makeJson : makeHtml;
    pages = new Map(Object.entries(projects).map(([name, list]) => [`/simple/${name}/`, makePage(name, list)]));
    files = new Map(
      Object.values(projects).flatMap((list) => list.map((file) => [`/files/${file.name}`, file.content])),
    );
  };
  return { ...source, simple: `${source.address}/simple`, hold };
}

function makeJson(name: string, files: readonly InventedFile[]): string {
  const listed = files.map((file) => ({
    filename: file.name,
    url: file.url ?? `../../files/${file.name}`,
    hashes: checksum(file) === '' ? {} : { sha256: checksum(file) },
    yanked: file.yanked ?? false,
  }));
  return JSON.stringify({ meta: { 'api-version': '1.0' }, name, files: listed });
}

function makeHtml(_name: string, files: readonly InventedFile[]): string {
  const links = files.map(
    (file) =>
      `<a href="${file.url ?? `../../files/${file.name}`}#sha256=${checksum(file)}"${file.yanked ? ' data-yanked=""' : ''}>${file.name}</a>`,
  );
  return `<!DOCTYPE html><html><body>${links.join('<br>')}</body></html>`;
}

function checksum(file: InventedFile): string {
  return file.sha256 ?? createHash('sha256').update(file.content).digest('hex');
}

/** A wheel that pip installs: `project` as its file name has it, `metadata` beside name and version, `files` beside the metadata. */
export function makeWheel(
  project: string,
  version: string,
  files: Readonly<Record<string, string>>,
  { metadata = '', commands = '' }: { metadata?: string; commands?: string } = {},
): InventedFile {
  const info = `${project}-${version}.dist-info`;
  const described = {
    ...files,
    [`${info}/METADATA`]: `Metadata-Version: 2.1\nName: ${project}\nVersion: ${version}\n${metadata}\n`,
    [`${info}/WHEEL`]: 'Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    ...(commands === '' ? {} : { [`${info}/entry_points.txt`]: `[console_scripts]\n${commands}\n` }),
  };
  const record = [...Object.keys(described), `${info}/RECORD`].map((name) => `${name},,\n`).join('');
  const content = packZip(toFiles({ ...described, [`${info}/RECORD`]: record }));
  return { name: `${project}-${version}-py3-none-any.whl`, content };
}

export function makeSourceArchive(
  project: string,
  version: string,
  files: Readonly<Record<string, string>>,
): InventedFile {
  const top = `${project}-${version}`;
  const packed = Object.fromEntries(Object.entries(files).map(([name, text]) => [`${top}/${name}`, text]));
  return { name: `${top}.tar.gz`, content: packTarGz(toFiles(packed)) };
}

/** A server without an SDK, so that nothing but Python is needed to run it: `main` of it speaks. */
export const pythonServer = `
import json, sys
TOOLS = [{"name": "moor", "description": "Moor a ship.", "inputSchema": {"type": "object"}}]
def main():
    for line in sys.stdin:
        asked = json.loads(line)
        answers = {
            "initialize": {"protocolVersion": "2025-06-18", "capabilities": {"tools": {}}, "serverInfo": {"name": "h", "title": "Harbour", "version": "9"}},
            "tools/list": {"tools": TOOLS},
        }
        if "id" not in asked:
            continue
        result = answers.get(asked["method"])
        answer = {"result": result} if result else {"error": {"code": -32601, "message": "no"}}
        print(json.dumps({"jsonrpc": "2.0", "id": asked["id"], **answer}), flush=True)
`;
