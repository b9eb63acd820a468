/** Where this person's npm finds its registry, and what it shows there. No registry is named here. */
import { readNpmSettings } from '../../fetch/npm/settings.ts';
import type { GetOptions } from '../http/client.ts';

export interface RegistryAddress {
  /** Without a slash at the end. */
  base: string;
  options: GetOptions;
}

/** Undefined where npm's configuration cannot be read or names no registry. */
export async function findRegistry(): Promise<RegistryAddress | undefined> {
  const settings = await readNpmSettings().catch(() => undefined);
  const registry = settings?.registry;
  if (settings === undefined || typeof registry !== 'string' || !URL.canParse(registry)) return undefined;
  const token = findToken(new URL(registry), settings);
  const authorities = readAuthorities(settings.ca);
  return {
    base: registry.replace(/\/+$/, ''),
    options: {
      // It stands in the person's own configuration.
      allowPrivate: true,
      ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
      ...(authorities === undefined ? {} : { authorities }),
    },
  };
}

/** npm keeps tokens under `//host/path/:_authToken`, for that path and all below it. */
function findToken(registry: URL, settings: Record<string, unknown>): string | undefined {
  const segments = registry.pathname.split('/').filter((segment) => segment !== '');
  for (let depth = segments.length; depth >= 0; depth--) {
    const path = segments.slice(0, depth).map((segment) => `${segment}/`);
    const token = settings[`//${registry.host}/${path.join('')}:_authToken`];
    if (typeof token === 'string' && token !== '') return token;
  }
  return undefined;
}

function readAuthorities(value: unknown): string[] | undefined {
  const texts = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string' && each !== '');
  return texts.length === 0 ? undefined : texts;
}
