/** pip's failures in our words. Its own name hosts and paths, which depend on the machine, so none is passed on. */
import type { FailureKind } from '../../../schema/snapshot.ts';
import { isPypiName, normalizePypiName } from '../../pypi-name.ts';
import type { PipEnd } from './install.ts';
import type { FetchFailure } from './look-up.ts';

/** `name`: normalised. */
export function describePipFailure({ code, text }: PipEnd, name: string): FetchFailure {
  if (code === 'deadline') return fail('install-failed', 'Fetching it with its dependencies took too long.');
  if (code === 'not-started') return fail('install-failed', 'Python could not be started to install it.');
  if (code === 'too-large') {
    return fail('too-large', 'With its dependencies it is larger than what is fetched of one server.');
  }
  if (text.includes('plimsoll: nothing is built')) {
    return fail(
      'install-failed',
      'It depends on something that would have to be built, which runs code of it, so it is not done.',
    );
  }
  if (text.includes('plimsoll: an address of its own')) {
    return fail('install-failed', 'It depends on something outside the package index, which is never fetched.');
  }
  if (/DO NOT MATCH THE HASHES|HashMismatch|HashError/.test(text)) {
    return fail('install-failed', 'A package of it does not match its checksum.');
  }
  if (/Requires-Python|requires a different Python|different python version/i.test(text)) {
    return fail('install-failed', 'It, or something it depends on, is made for another version of Python.');
  }
  if (/ResolutionImpossible|conflicting dependencies/.test(text)) {
    return fail('install-failed', 'Its dependencies contradict each other.');
  }
  const missing = findMissing(text);
  if (missing?.name === name) {
    return fail(
      'install-failed',
      'It is published without a wheel for this machine, and nothing is built, since that runs code of it.',
    );
  }
  if (missing !== undefined) {
    const what = `It depends on a package or a version that has no wheel for this machine: ${missing.requirement}.`;
    return fail('install-failed', what);
  }
  if (/No space left|Disk quota/.test(text)) return fail('install-failed', 'The disk that holds the cache is full.');
  if (/Permission denied|Read-only file system/.test(text)) {
    return fail('install-failed', 'The cache folder cannot be written.');
  }
  if (/NewConnectionError|ConnectTimeout|ReadTimeout|ConnectionError|HTTPError|SSLError/.test(text)) {
    return fail('unreachable', 'The package index did not answer for all that it depends on.');
  }
  return fail('install-failed', `It could not be installed (pip ended with ${code}).`);
}

/** The requirement as it is written where all of it is plain, else its name alone. */
function findMissing(text: string): { name: string; requirement: string } | undefined {
  const line = /No matching distribution found for ([^\n;(]{1,300})/.exec(text)?.[1]?.trim() ?? '';
  const name = /^[A-Za-z0-9._-]{1,214}/.exec(line)?.[0] ?? '';
  if (!isPypiName(name)) return undefined;
  const isPlain = /^[\w.,<>=!~* [\]+-]{1,100}$/.test(line);
  return { name: normalizePypiName(name), requirement: isPlain ? line : name };
}

function fail(failure: FailureKind, reason: string): FetchFailure {
  return { ok: false, failure, reason };
}
