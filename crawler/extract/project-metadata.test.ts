import { describe, expect, it } from 'vitest';
import { readProjectMetadata } from './project-metadata.ts';
import { makeSourceTree } from './source-tree.ts';

function read(files: Record<string, string>, subfolder?: string) {
  return readProjectMetadata(makeSourceTree(new Map(Object.entries(files))), subfolder);
}

describe('what a project says of itself', () => {
  it('comes from pyproject.toml before the README', async () => {
    const metadata = await read({
      'pyproject.toml':
        '[project]\nname = "tide-tables"\nversion = "1.2"\ndescription = "Says when the tide turns."\n[project.urls]\nHomepage = "https://tides.example"\n',
      'README.md': '# Tide tables\n\nA longer text about tides and harbours.\n',
    });

    expect(metadata).toEqual({
      title: 'Tide tables',
      packageName: 'tide-tables',
      version: '1.2',
      description: 'Says when the tide turns.',
      homepage: 'https://tides.example/',
    });
  });

  it('takes the first paragraph below the title, without badges, links and emphasis', async () => {
    const { title, description } = await read({
      'README.md':
        '[![ci](b)](l)\n# The **Tide** [server](x)\n\n![logo](l.png)\n\nTells *you* when the [tide](t) turns\nin any harbour.\n\n## Install\n\nRun this command to install the thing.\n',
    });

    expect(title).toBe('The Tide server');
    expect(description).toBe('Tells you when the tide turns in any harbour.');
  });

  it('takes no paragraph from below another heading', async () => {
    const { description } = await read({
      'README.md': '# Tides\n\n## Docker\n\nTo run it in Docker add this to the file:\n',
    });
    expect(description).toBeUndefined();
  });

  it('reads the subfolder that is the server, not the top', async () => {
    const { title } = await read({ 'README.md': '# Top\n', 'a/README.md': '# Inner\n' }, 'a');
    expect(title).toBe('Inner');
  });

  it.each(['javascript:alert(1)', 'ftp://x', 'not a url', 'https://'])('gives no homepage for %j', async (homepage) => {
    const { homepage: found } = await read({ 'package.json': JSON.stringify({ homepage }) });
    expect(found).toBeUndefined();
  });

  it.each(['{', '[]', 'null', '{"name": {"__proto__": 1}, "version": 3}'])(
    'stands a package.json of %j',
    async (text) => {
      await expect(read({ 'package.json': text })).resolves.toMatchObject({
        packageName: undefined,
        version: undefined,
      });
    },
  );
});
