/** npm's errors, and an archive's, in our words. Their own messages name registry hosts, which depend on the machine, so none is passed on. */
import type { FailureKind } from '../../../schema/snapshot.ts';
import { isNpmName } from '../../npm-name.ts';
import { ArchiveFault } from '../archive/archive-fault.ts';

export interface FetchFailure {
  ok: false;
  failure: FailureKind;
  /** One line for a person. */
  reason: string;
  /** Whether it is this version's own fault, so that an older one may do better. */
  isBroken?: boolean;
}

/** What is left of an error of npm's once it has gone through a pipe. */
export interface NpmError {
  code: string;
  /** The package it is about, where npm says so: `name@range`. */
  subject: string | undefined;
}

const network: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ERR_SOCKET_TIMEOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'EINVALIDPROXY',
  'ABORT_ERR',
  'FETCH_ERROR',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

export function readNpmError(error: unknown): NpmError {
  if (error instanceof ArchiveFault) {
    return { code: error.kind === 'too-large' ? 'TOO-LARGE' : 'BAD-ARCHIVE', subject: undefined };
  }
  if (typeof error !== 'object' || error === null) return { code: 'UNKNOWN', subject: undefined };
  // An error of npm's may carry any of these beside its message; `name` is the package's where `wanted` is there.
  const parts = error as {
    code?: unknown;
    type?: unknown;
    pkgid?: unknown;
    package?: unknown;
    name?: unknown;
    wanted?: unknown;
  };
  const code = [parts.code, parts.type].find((part) => typeof part === 'string') ?? 'UNKNOWN';
  const target = typeof parts.wanted === 'string' ? `${parts.name}@${parts.wanted}` : undefined;
  const subject = [parts.pkgid, parts.package, target].find((part) => typeof part === 'string');
  return { code: String(code), subject: typeof subject === 'string' ? plainSubject(subject) : undefined };
}

/** A failure to find out about a package. */
export function describeLookUpFailure(error: NpmError, asked: string): FetchFailure {
  if (error.code === 'E404') return fail('not-found', `The npm registry has no package ${asked}.`);
  if (error.code === 'ETARGET' || error.code === 'ENOVERSIONS') {
    return fail('not-found', `The npm registry has no version of that package that fits ${asked}.`);
  }
  if (error.code === 'ENOTCACHED') return fail('unreachable', `Offline, and ${asked} was not fetched before.`);
  return (
    describeTransport(error) ?? fail('unreachable', `The npm registry did not answer for ${asked} (${error.code}).`)
  );
}

const brokenCodes: ReadonlySet<string> = new Set([
  'E404',
  'ETARGET',
  'ENOVERSIONS',
  'EALLOWGIT',
  'EALLOWREMOTE',
  'EALLOWFILE',
  'EALLOWDIRECTORY',
  'ERESOLVE',
  'EINTEGRITY',
  'BAD-ARCHIVE',
  'NO-TARBALL',
]);

/** Whether a dependency that can be done without is done without: not where another try may get it. */
export function isOwnFault({ code }: NpmError): boolean {
  return brokenCodes.has(code);
}

/** Whether it says nothing of the package, and the same may work another time. */
export function isOutage({ code }: NpmError): boolean {
  return code === 'ENOTCACHED' || isTransport(code);
}

/** A failure to install a package that the registry has. */
export function describeInstallFailure(error: NpmError): FetchFailure {
  return { ...explainInstallFailure(error), isBroken: brokenCodes.has(error.code) };
}

function explainInstallFailure(error: NpmError): FetchFailure {
  const subject = error.subject ?? 'a dependency';
  switch (error.code) {
    case 'E404':
      return fail('install-failed', `It depends on a package the npm registry does not have: ${subject}.`);
    case 'ETARGET':
    case 'ENOVERSIONS':
      return fail('install-failed', `It depends on a version that the npm registry does not have: ${subject}.`);
    case 'EALLOWGIT':
    case 'EALLOWREMOTE':
    case 'EALLOWFILE':
    case 'EALLOWDIRECTORY':
      return fail(
        'outside-registry',
        `It depends on something outside the npm registry, which is never fetched: ${subject}.`,
      );
    case 'EBADPLATFORM':
      return fail('install-failed', 'It is not made for this operating system or processor.');
    case 'ERESOLVE':
      return fail('install-failed', 'Its dependencies contradict each other.');
    case 'EINTEGRITY':
      return fail('install-failed', 'A package of it does not match its checksum.');
    case 'NO-TARBALL':
      return fail('install-failed', `The npm registry does not say where to find ${subject}.`);
    case 'BAD-ARCHIVE':
      return fail('install-failed', 'A package of it is not an archive that can be unpacked.');
    case 'ENOSPC':
    case 'EDQUOT':
      return fail('install-failed', 'The disk that holds the cache is full.');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return fail('install-failed', 'The cache folder cannot be written.');
    case 'ENOTCACHED':
      return fail('unreachable', 'Offline, and not all of its dependencies were fetched before.');
    case 'TOO-LARGE':
      return fail('too-large', 'With its dependencies it is larger than what is fetched of one server.');
    case 'DEADLINE':
      return fail('install-failed', 'Fetching it with its dependencies took too long.');
    default:
      return describeTransport(error) ?? fail('install-failed', `It could not be installed (${error.code}).`);
  }
}

function describeTransport({ code }: NpmError): FetchFailure | undefined {
  if (code === 'E401' || code === 'E403') return fail('unreachable', 'The npm registry refused access.');
  if (isTransport(code)) {
    return fail('unreachable', `The npm registry could not be reached (${code}).`);
  }
  return undefined;
}

function isTransport(code: string): boolean {
  return network.has(code) || /^E5\d\d$/.test(code) || /^ERR_(SSL|TLS)/.test(code);
}

// `name@range`, or nothing: an address in it would name a host.
function plainSubject(text: string): string | undefined {
  const at = text.indexOf('@', 1);
  const name = at === -1 ? text : text.slice(0, at);
  const range = at === -1 ? '' : text.slice(at);
  if (!isNpmName(name)) return undefined;
  return /^[@\w.^~<>=|* +-]{0,60}$/.test(range) ? `${name}${range}` : name;
}

function fail(failure: FailureKind, reason: string): FetchFailure {
  return { ok: false, failure, reason };
}

/** What Node.js calls an error of the system. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
}
