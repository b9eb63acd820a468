/** Versions of Python packages and their order (PEP 440, with the spellings of its appendix B). */

export interface PythonVersion {
  epoch: bigint;
  /** Without zeros at the end: 1.0 and 1 are one version. */
  release: readonly bigint[];
  pre: { stage: 'a' | 'b' | 'rc'; number: bigint } | undefined;
  post: bigint | undefined;
  dev: bigint | undefined;
  local: readonly (bigint | string)[];
}

const form =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;
const stages = { alpha: 'a', a: 'a', beta: 'b', b: 'b', preview: 'rc', pre: 'rc', c: 'rc', rc: 'rc' } as const;
const longest = 100;

export function parseVersion(text: string): PythonVersion | undefined {
  const parts = text.length > longest ? null : form.exec(text.trim().toLowerCase());
  if (parts === null) return undefined;
  const [, epoch, release = '0', stage, number, shortPost, post, postNumber, dev, devNumber, local] = parts;
  // The pattern has taken the word from this very list.
  const kind = stage === undefined ? undefined : stages[stage as keyof typeof stages];
  const revision = shortPost ?? (post === undefined ? undefined : postNumber || '0');
  return {
    epoch: BigInt(epoch ?? 0),
    release: dropZeros(release.split('.').map(BigInt)),
    pre: kind && { stage: kind, number: BigInt(number || 0) },
    post: revision === undefined ? undefined : BigInt(revision),
    dev: dev === undefined ? undefined : BigInt(devNumber || 0),
    local: local === undefined ? [] : local.split(/[-_.]/).map((part) => (/^\d+$/.test(part) ? BigInt(part) : part)),
  };
}

/** A pre-release or a development release: taken only where nothing is finished. */
export function isUnfinished({ pre, dev }: PythonVersion): boolean {
  return pre !== undefined || dev !== undefined;
}

/** Below zero where `one` is the older. */
export function compareVersions(one: PythonVersion, other: PythonVersion): number {
  return (
    compare(one.epoch, other.epoch) ||
    compareLists(one.release, other.release) ||
    compareLists(rankStage(one), rankStage(other)) ||
    compare(one.post ?? -1n, other.post ?? -1n) ||
    compareDev(one.dev, other.dev) ||
    compareLists(one.local, other.local)
  );
}

/** A development release of the version itself comes before its alphas; the version itself after its candidates. */
function rankStage({ pre, post, dev }: PythonVersion): readonly bigint[] {
  if (pre !== undefined) return [{ a: 1n, b: 2n, rc: 3n }[pre.stage], pre.number];
  return [post === undefined && dev !== undefined ? 0n : 4n];
}

function compareDev(one: bigint | undefined, other: bigint | undefined): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return compare(one, other);
}

/** Part by part; a list that goes on is the greater, and numbers are greater than words. */
function compareLists(one: readonly (bigint | string)[], other: readonly (bigint | string)[]): number {
  for (const [index, part] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 1;
    const order = typeof part === typeof against ? compare(part, against) : typeof part === 'bigint' ? 1 : -1;
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

function compare(one: bigint | string, other: bigint | string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function dropZeros(release: readonly bigint[]): readonly bigint[] {
  const end = release.findLastIndex((number) => number !== 0n);
  return release.slice(0, end + 1);
}
