/** `plimsoll site build|serve`. */
import path from 'node:path';
import { buildSite } from '../../site/build.ts';
import { serveSite } from '../../site/serve.ts';
import { exitCodes } from '../exit-codes.ts';
import { plural } from '../render/terminal-text.ts';
import { defaultDatabase, resolvePath, stateFolder } from '../standpoint.ts';

export interface SiteBuildOptions {
  db?: string;
  out?: string;
}

export async function siteBuildCommand(options: SiteBuildOptions): Promise<number> {
  const database = options.db === undefined ? defaultDatabase() : resolvePath(options.db);
  const outFolder = siteFolder(options.out);
  const built = await buildSite({ database, outFolder });
  process.stderr.write(
    `site: ${plural(built.pages, 'page')} in ${path.relative(process.cwd(), outFolder) || outFolder}\n`,
  );
  return exitCodes.done;
}

export interface SiteServeOptions {
  out?: string;
  port: number;
  host: string;
}

/** Serves until a signal ends it. */
export async function siteServeCommand(options: SiteServeOptions): Promise<number> {
  const server = await serveSite({ folder: siteFolder(options.out), host: options.host, port: options.port });
  process.stdout.write(`The catalogue is at ${server.url} (Ctrl-C ends it)\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await server.close();
  return exitCodes.done;
}

function siteFolder(typed: string | undefined): string {
  return typed === undefined ? path.join(stateFolder(), 'site') : resolvePath(typed);
}
