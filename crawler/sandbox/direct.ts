/**
 * No sandbox: the program runs as whoever started us, on their files and their network. Only for a person who asked for it with
 * `--no-sandbox`; bounds, the given environment and a fresh HOME remain. There are no mounts, so the request's paths are
 * rewritten to the real ones.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { boundResources, checkRequest, enterProgram } from './last-steps.ts';
import { findPrograms } from './programs.ts';
import { type Mount, type Sandbox, type SandboxRequest, sandboxHome } from './sandbox.ts';
import { failLaunch, superviseLaunch } from './supervise.ts';

export const unconfined: Sandbox = {
  id: 'none',
  launch(wanted) {
    const found = findPrograms({ outside: ['sh', 'env'], inside: [] });
    const problem = checkRequest(wanted);
    if (problem !== undefined) return failLaunch(problem);
    if (!found.ok) return failLaunch(`${found.missing.join(', ')} not found`);
    const home = mkdtempSync(join(tmpdir(), 'plimsoll-home-'));
    seedHome(home, wanted);
    const request = useRealPaths(wanted, home);
    // macOS has no prlimit; time, memory and output are watched from outside all the same.
    const bounds = findPrograms({ outside: ['prlimit'], inside: [] });
    const limits = bounds.ok ? boundResources(bounds.programs, request.limits, false) : [];
    const [file = '', ...args] = [...limits, ...enterProgram(found.programs, request)];
    const running = superviseLaunch({ file, args, descriptors: [], limits: request.limits, namespace: false });
    const exit = running.exit.finally(() => rmSync(home, { recursive: true, force: true }));
    return { ...running, exit, kill: () => running.kill().then(() => exit) };
  },
};

function seedHome(home: string, { files = {} }: SandboxRequest): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(home, file)), { recursive: true });
    writeFileSync(join(home, file), content);
  }
}

export function useRealPaths(request: SandboxRequest, home: string): SandboxRequest {
  const places = [...request.mounts, { from: home, to: sandboxHome }].sort((a, b) => b.to.length - a.to.length);
  const rewrite = (text: string) => rewritePath(text, places);
  return {
    ...request,
    command: rewrite(request.command),
    args: request.args.map(rewrite),
    env: Object.fromEntries(Object.entries(request.env).map(([name, value]) => [name, rewrite(value)])),
    cwd: rewrite(request.cwd),
  };
}

/** A path at the beginning, or after the sign that ends an option's name or divides a search path. */
function rewritePath(text: string, places: readonly Mount[]): string {
  const parts = text.split(/([=:,])/);
  const real = parts.map((part) => {
    const place = places.find(({ to }) => part === to || part.startsWith(`${to}/`));
    return place === undefined ? part : place.from + part.slice(place.to.length);
  });
  return real.join('');
}
