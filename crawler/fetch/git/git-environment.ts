/** What git is given instead of the machine's and the repository's own settings. */
import type { GitRequest } from './run-git.ts';

/** Settings given on the command line outrank every file. Each switches off a way for a repository to act. */
const hardening: readonly string[] = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.symlinks=false',
  'core.attributesFile=/dev/null',
  'core.askPass=',
  'core.bigFileThreshold=2m',
  'credential.helper=',
  'protocol.ext.allow=never',
  'submodule.recurse=false',
  'fetch.recurseSubmodules=false',
  'fetch.unpackLimit=1',
  'gc.auto=0',
  'maintenance.auto=false',
  'http.lowSpeedLimit=100',
  'http.lowSpeedTime=30',
];

// A proxy or a private certificate authority is how some machines reach anything at all.
const passedOn = [
  'PATH',
  'HTTPS_PROXY',
  'https_proxy',
  'HTTP_PROXY',
  'http_proxy',
  'NO_PROXY',
  'no_proxy',
  'ALL_PROXY',
];
const passedOnFiles = ['SSL_CERT_FILE', 'SSL_CERT_DIR', 'GIT_SSL_CAINFO', 'SystemRoot'];

/** The whole environment git gets: no HOME, no helper, no prompt, no pager, and no settings but ours. */
export function gitEnvironment(request: Pick<GitRequest, 'protocols' | 'alternates'>): Record<string, string> {
  const env: Record<string, string> = {
    LC_ALL: 'C',
    HOME: '/nonexistent',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GIT_SSH_COMMAND: 'false',
    GIT_PAGER: '',
    GIT_EDITOR: 'false',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_LFS_SKIP_SMUDGE: '1',
    GIT_OPTIONAL_LOCKS: '0',
    // An empty list allows nothing, whatever any `protocol.*` setting says.
    GIT_ALLOW_PROTOCOL: (request.protocols ?? []).join(':'),
  };
  if (request.alternates?.length) env.GIT_ALTERNATE_OBJECT_DIRECTORIES = request.alternates.map(quotePath).join(':');
  for (const name of [...passedOn, ...passedOnFiles]) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}

/** C-style quotes keep a `:` in a path from splitting it in two (git(1), GIT_ALTERNATE_OBJECT_DIRECTORIES). */
function quotePath(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

export function commandLine(request: GitRequest): string[] {
  const redirects = `http.followRedirects=${request.followRedirects ? 'initial' : 'false'}`;
  const settings = [...hardening, redirects, ...(request.settings ?? [])];
  // A folder that is not there keeps git from looking for a repository around the current folder.
  const folder = `--git-dir=${request.gitFolder ?? '/nonexistent'}`;
  return ['--no-pager', ...settings.flatMap((setting) => ['-c', setting]), folder, ...request.args];
}
