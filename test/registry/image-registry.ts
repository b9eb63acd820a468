/** A registry of container images on loopback (OCI distribution-spec), with the images a test invents. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type PackedFile, packTar } from '../../crawler/fetch/archive/pack-for-test.ts';
import { serveForTest, type TestSource } from '../../crawler/sources/http/serve-for-test.ts';

export interface InventedLayer {
  files: readonly PackedFile[];
  mediaType?: string;
  /** The bytes that are served, over the ones that are described. */
  served?: Buffer;
  /** What is described, over what the files are packed to. */
  packed?: Buffer;
}

export interface InventedImage {
  layers: readonly InventedLayer[];
  /** Entrypoint, Cmd, WorkingDir, Labels */
  config?: Record<string, unknown>;
  /** In an index beside images for other machines. */
  indexed?: boolean;
}

export interface ImageRegistry extends TestSource {
  /** `127.0.0.1:port` */
  host: string;
  /** Puts an image at `name:tag`; gives the digest of what the tag stands for. */
  hold(name: string, tag: string, image: InventedImage): string;
  /** Serves a manifest of any text. */
  holdText(name: string, tag: string, body: string): void;
  /** Wants a token: from itself, or from the given address. */
  askForToken(realm?: string): void;
  /** Sends whoever asks for a layer to another address. */
  redirectBlobs(to: string): void;
  /** What was asked, with the authorization it came with. */
  authorized: string[];
}

export async function startImageRegistry(): Promise<ImageRegistry> {
  const answers = new Map<string, Buffer>();
  const authorized: string[] = [];
  let realm: string | undefined;
  let blobsAt: string | undefined;
  const source = await serveForTest((request, response) => {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    const { authorization } = request.headers;
    if (authorization !== undefined) authorized.push(`${url.pathname} ${authorization}`);
    if (url.pathname === '/token') return void response.end(JSON.stringify({ token: 'nobody-in-particular' }));
    if (realm !== undefined && authorization !== 'Bearer nobody-in-particular') {
      const challenge = `Bearer realm="${realm}",service="invented"`;
      return void response.writeHead(401, { 'www-authenticate': challenge }).end('{}');
    }
    if (blobsAt !== undefined && url.pathname.includes('/blobs/')) {
      return void response.writeHead(307, { location: `${blobsAt}${url.pathname}` }).end();
    }
    const body = answers.get(url.pathname);
    if (body === undefined) return void response.writeHead(404).end('{}');
    response.writeHead(200, { 'docker-content-digest': digestOf(body), 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  const put = (name: string, kind: 'blobs' | 'manifests', body: Buffer, ...keys: string[]) => {
    for (const key of [digestOf(body), ...keys]) answers.set(`/v2/${name}/${kind}/${key}`, body);
    return { digest: digestOf(body), size: body.length };
  };
  const putManifest = (name: string, value: object, ...tags: string[]) =>
    put(name, 'manifests', Buffer.from(JSON.stringify(value)), ...tags);
  return {
    ...source,
    host: `127.0.0.1:${source.port}`,
    authorized,
    hold(name, tag, { layers, config = {}, indexed = false }) {
      const described = layers.map(({ files, mediaType, served, packed = gzipSync(packTar(files)) }) => {
        const descriptor = put(name, 'blobs', packed);
        if (served !== undefined) answers.set(`/v2/${name}/blobs/${descriptor.digest}`, served);
        return { mediaType: mediaType ?? 'application/vnd.oci.image.layer.v1.tar+gzip', ...descriptor };
      });
      const configured = put(name, 'blobs', Buffer.from(JSON.stringify({ os: 'linux', config })));
      const manifest = { schemaVersion: 2, config: configured, layers: described };
      if (!indexed) return putManifest(name, manifest, tag).digest;
      const own = putManifest(name, manifest);
      const other = (os: string, architecture: string) => ({
        ...putManifest(name, { os, architecture }),
        platform: { os, architecture },
      });
      const manifests = [
        other('windows', 'amd64'),
        other('linux', 's390x'),
        ...['amd64', 'arm64'].map((architecture) => ({ ...own, platform: { os: 'linux', architecture } })),
        other('unknown', 'unknown'),
      ];
      return putManifest(name, { schemaVersion: 2, manifests }, tag).digest;
    },
    holdText(name, tag, body) {
      put(name, 'manifests', Buffer.from(body), tag);
    },
    askForToken(at = `${source.address}/token`) {
      realm = at;
    },
    redirectBlobs(to) {
      blobsAt = to;
    },
  };
}

function digestOf(body: Buffer): string {
  return `sha256:${createHash('sha256').update(body).digest('hex')}`;
}
