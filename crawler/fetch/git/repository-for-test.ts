import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const env = {
  PATH: process.env.PATH ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
  GIT_ALLOW_PROTOCOL: 'file',
};

/** A temporary folder with real repositories in it. */
export interface Workshop {
  folder: string;
  /** Runs git in a folder and gives what it printed. */
  git(folder: string, args: readonly string[], input?: string): string;
  write(folder: string, files: Record<string, string | Buffer>): void;
  /** Makes a repository `name` with one commit of the files; gives its folder. */
  commit(name: string, files: Record<string, string | Buffer>): string;
  remove(): void;
}

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-git-'));
  const git = (at: string, args: readonly string[], input?: string) =>
    execFileSync('git', args, {
      cwd: at,
      env,
      encoding: 'utf8',
      stdio: 'pipe',
      ...(input === undefined ? {} : { input }),
    }).trim();
  const write = (at: string, files: Record<string, string | Buffer>) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(at, path)), { recursive: true });
      writeFileSync(join(at, path), content);
    }
  };
  const commit = (name: string, files: Record<string, string | Buffer>) => {
    const at = join(folder, name);
    mkdirSync(at, { recursive: true });
    git(at, ['init', '-q', '-b', 'main']);
    write(at, files);
    git(at, ['add', '-A', '-f']);
    git(at, ['commit', '-q', '--allow-empty', '-m', 'first']);
    return at;
  };
  return { folder, git, write, commit, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
