/** npm's own modules publish no types; these are the parts that are used here. */

declare module '@npmcli/config' {
  interface ConfigOptions {
    npmPath: string;
    definitions: unknown;
    shorthands: unknown;
    nerfDarts: unknown;
    flatten: unknown;
    argv: readonly string[];
    env: Readonly<Record<string, string | undefined>>;
    execPath: string;
    cwd: string;
  }
  export default class Config {
    constructor(options: ConfigOptions);
    load(): Promise<void>;
    readonly flat: Record<string, unknown>;
  }
}

declare module '@npmcli/config/lib/definitions/index.js' {
  const parts: { definitions: unknown; shorthands: unknown; nerfDarts: unknown; flatten: unknown };
  export default parts;
}

declare module 'pacote' {
  interface Manifest {
    name: string;
    version: string;
    dist?: { unpackedSize?: unknown };
    _resolved?: string;
    _integrity?: string;
  }
  interface Packument {
    versions: Record<string, unknown>;
  }
  const pacote: {
    manifest(spec: string, options: Record<string, unknown>): Promise<Manifest>;
    packument(name: string, options: Record<string, unknown>): Promise<Packument>;
    tarball: {
      /** The stream ends well only when all of it matched its checksum. `handle` may be called a second time, from the beginning. */
      stream<Result>(
        spec: string,
        handle: (tarball: AsyncIterable<Uint8Array>) => Promise<Result>,
        options: Record<string, unknown>,
      ): Promise<Result>;
    };
  };
  export default pacote;
}

declare module '@npmcli/arborist' {
  export interface TreeNode {
    /** As a package.json would have it; from strangers. */
    package: { dist?: { unpackedSize?: unknown } };
    /** What the package calls itself, which is not what an alias calls it. */
    packageName: string | null;
    version: string;
    /** `node_modules/a/node_modules/b`; empty for the root. */
    location: string;
    resolved: string | null;
    integrity: string | null;
    isRoot: boolean;
    isLink: boolean;
    optional: boolean;
    /** Not to be installed: optional, and not for this machine or not to be had. */
    inert: boolean;
    errors: readonly unknown[];
  }
  export default class Arborist {
    constructor(options: Record<string, unknown>);
    buildIdealTree(): Promise<{ inventory: { values(): Iterable<TreeNode> } }>;
  }
}
