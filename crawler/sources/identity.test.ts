import fc from 'fast-check';
import { PackageURL } from 'packageurl-js';
import { expect, test } from 'vitest';
import { identifyEndpoint, identifyPackage, identifySource, packageKinds } from './identity.ts';

test.each([
  ['npm', '@acme/notes', 'pkg:npm/%40acme/notes', undefined],
  ['npm', 'notes-mcp', 'pkg:npm/notes-mcp', undefined],
  ['pypi', 'Acme_Notes.MCP', 'pkg:pypi/acme-notes-mcp', undefined],
  ['nuget', 'Acme.Notes', 'pkg:nuget/acme.notes', undefined],
  ['cargo', 'acme-notes', 'pkg:cargo/acme-notes', undefined],
  ['oci', 'ghcr.io/Acme/notes:1.2', 'pkg:oci/notes?repository_url=ghcr.io/acme/notes', '1.2'],
  ['oci', 'acme/notes', 'pkg:oci/notes?repository_url=docker.io/acme/notes', undefined],
  ['oci', 'localhost:5000/notes', 'pkg:oci/notes?repository_url=localhost:5000/notes', undefined],
  [
    'oci',
    `docker.io/a/n@sha256:${'0'.repeat(64)}`,
    'pkg:oci/n?repository_url=docker.io/a/n',
    `sha256:${'0'.repeat(64)}`,
  ],
  [
    'mcpb',
    'https://acme.example/notes.mcpb?x=1',
    'pkg:generic/notes.mcpb?download_url=https://acme.example/notes.mcpb',
    undefined,
  ],
] as const)('a package of %s called %s is %s', (kind, identifier, purl, version) => {
  const identity = identifyPackage(kind, identifier);

  expect(decodeURIComponent(identity?.purl ?? '')).toBe(decodeURIComponent(purl));
  expect(identity?.version).toBe(version);
});

test.each([
  ['npm', '--evil'],
  ['npm', '../x'],
  ['pypi', '-r requirements.txt'],
  ['pypi', 'a b'],
  ['oci', '--privileged'],
  ['oci', 'a//b'],
  ['oci', '../../x'],
  ['mcpb', 'http://acme.example/notes.mcpb'],
  ['mcpb', 'file:///etc/passwd'],
  ['cargo', ''],
] as const)('of %s, %s is no package', (kind, identifier) => {
  expect(identifyPackage(kind, identifier)).toBeUndefined();
});

test('whatever a stranger calls a package, it has a purl that can be read or none', () => {
  fc.assert(
    fc.property(fc.constantFrom(...packageKinds), fc.string({ maxLength: 600 }), (kind, identifier) => {
      const identity = identifyPackage(kind, identifier);

      if (identity !== undefined) expect(PackageURL.fromString(identity.purl).toString()).toBe(identity.purl);
    }),
  );
});

test.each([
  ['https://acme.example/mcp?key=secret#x', 'https://acme.example/mcp'],
  ['https://me:secret@acme.example/mcp', 'https://acme.example/mcp'],
  ['HTTPS://Acme.Example:443', 'https://acme.example/'],
  ['https://acme.example/{tenant}/mcp', 'https://acme.example/{tenant}/mcp'],
  ['javascript:alert(1)', undefined],
  ['/mcp', undefined],
])('the endpoint %s is %s', (address, expected) => {
  expect(identifyEndpoint(address)).toBe(expected);
});

test.each([
  ['https://github.com/Acme/Notes.git', undefined, 'pkg:github/acme/notes'],
  ['git+https://github.com/acme/notes', 'src/server/', 'pkg:github/acme/notes#src/server'],
  ['https://gitlab.com/acme/tools/notes', undefined, 'pkg:gitlab/acme/tools/notes'],
  ['https://github.com/acme/notes', '../../etc', 'pkg:github/acme/notes'],
  ['https://github.com/acme', undefined, undefined],
  ['file:///home/me/notes', undefined, undefined],
])('the repository %s with folder %s is %s', (address, folder, expected) => {
  expect(identifySource(address, folder)?.id).toBe(expected);
});
