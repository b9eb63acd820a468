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
  }
  interface Packument {
    versions: Record<string, unknown>;
  }
  const pacote: {
    manifest(spec: string, options: Record<string, unknown>): Promise<Manifest>;
    packument(name: string, options: Record<string, unknown>): Promise<Packument>;
  };
  export default pacote;
}

declare module '@npmcli/arborist' {
  interface TreeNode {
    package: { dist?: { unpackedSize?: unknown } };
  }
  export default class Arborist {
    constructor(options: Record<string, unknown>);
    buildIdealTree(): Promise<{ inventory: { values(): Iterable<TreeNode> } }>;
    reify(options: Record<string, unknown>): Promise<unknown>;
  }
}
