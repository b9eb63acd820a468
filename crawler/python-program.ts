/** A Python server as a program in the sandbox: the interpreter and the installed packages shown read-only, and nothing else of Python. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Python } from './fetch/pypi/find-python.ts';
import type { PythonCommand } from './fetch/pypi/installed-package.ts';
import type { Program } from './introspect/introspect.ts';
import type { Mount } from './sandbox/sandbox.ts';

const pythonInside = '/opt/python';
const packagesInside = '/opt/server';

/** Every sandbox shows this folder as it is. */
const systemPrefix = '/usr';

/** `folder`: the installed packages; `cacheFolder` is given an empty folder to show where this machine's own packages are. */
export async function makePythonProgram(
  python: Python,
  folder: string,
  command: PythonCommand,
  cacheFolder: string,
): Promise<Program> {
  const isSystem = python.prefix === systemPrefix || python.prefix.startsWith(`${systemPrefix}/`);
  const inside = (file: string) =>
    path.join(isSystem ? python.prefix : pythonInside, path.relative(python.prefix, file));
  const interpreter = inside(python.executable);
  const own = isSystem ? [] : await showPython(python, inside, cacheFolder);
  return {
    command: interpreter,
    // Without `site`, which would add this machine's packages; what else it does for programs is made up for.
    args: ['-S', '-c', makeStart(command)],
    mounts: [...own, { from: folder, to: packagesInside }],
    network: 'none',
    env: {
      PATH: `${path.dirname(interpreter)}:/usr/local/bin:/usr/bin:/bin`,
      PYTHONPATH: packagesInside,
      PYTHONDONTWRITEBYTECODE: '1',
      // A shared library of Python's is found by the folder it was built for, which is not there inside.
      ...(isSystem ? {} : { LD_LIBRARY_PATH: `${pythonInside}/lib` }),
    },
  };
}

async function showPython(
  { prefix, sitePackages }: Python,
  inside: (file: string) => string,
  cacheFolder: string,
): Promise<Mount[]> {
  const mounts = [{ from: prefix, to: pythonInside }];
  if (sitePackages === undefined) return mounts;
  const empty = path.join(cacheFolder, 'pypi', 'empty');
  await mkdir(empty, { recursive: true });
  return [...mounts, { from: empty, to: inside(sitePackages) }];
}

/** The names are plain ones, so that quotes around them are enough. */
function makeStart({ name, module, attribute }: PythonCommand): string {
  const lines = [
    'import importlib, os, runpy, site, sys',
    'sys.path[:] = [folder for folder in sys.path if folder]',
    "site.addsitedir(os.environ['PYTHONPATH'])",
    'site.setquit()',
    'site.sethelper()',
    `sys.argv[0] = '${name}'`,
  ];
  const run =
    attribute === undefined
      ? [`runpy.run_module('${module}', run_name='__main__', alter_sys=True)`]
      : [
          `target = importlib.import_module('${module}')`,
          `for part in '${attribute}'.split('.'): target = getattr(target, part)`,
          'sys.exit(target())',
        ];
  return [...lines, ...run].join('\n');
}
