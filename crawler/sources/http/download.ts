/** A file from an address to the disk, bounded in size and time, with its checksum. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { type FailedAnswer, fail } from './answer.ts';
import { type AddressRequest, openAddress } from './open-address.ts';
import { readStatus } from './read-status.ts';

export interface DownloadRequest extends AddressRequest {
  /** Made, or written over. */
  file: string;
  maxBytes: number;
  /** Of the whole. */
  deadlineMs: number;
}

export interface Downloaded {
  outcome: 'found';
  /** In hexadecimal digits. */
  sha256: string;
  bytes: number;
}

export type TooLarge = { outcome: 'too-large'; reason: string };

/** What of the file is there after a failure is for the caller to remove. Rejects where `signal` aborts or the file cannot be written. */
export async function download(asked: DownloadRequest): Promise<Downloaded | FailedAnswer | TooLarge> {
  const deadline = AbortSignal.timeout(asked.deadlineMs);
  try {
    return await transfer({ ...asked, signal: AbortSignal.any([asked.signal, deadline]) });
  } catch (error) {
    asked.signal.throwIfAborted();
    if (deadline.aborted) return fail('unreachable', `It was not there within ${asked.deadlineMs / 1000} s.`);
    if (isCutOff(error)) return fail('unreachable', 'The connection broke off.');
    throw error;
  }
}

async function transfer(asked: DownloadRequest): Promise<Downloaded | FailedAnswer | TooLarge> {
  const answer = await openAddress({ ...asked, headers: { ...asked.headers, 'accept-encoding': 'identity' } });
  if (answer.outcome !== 'answered') return answer;
  const failed = readStatus(answer.status, answer.headers, Date.now());
  const declared = Number(answer.headers['content-length'] ?? 0);
  if (failed !== undefined || declared > asked.maxBytes) {
    answer.body.destroy();
    return failed ?? tooLarge(asked.maxBytes);
  }
  const hash = createHash('sha256');
  const file = await open(asked.file, 'w', 0o600);
  let bytes = 0;
  try {
    for await (const chunk of answer.body) {
      bytes += chunk.length;
      if (bytes > asked.maxBytes) return tooLarge(asked.maxBytes);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
  } finally {
    answer.body.destroy();
    await file.close();
  }
  return { outcome: 'found', sha256: hash.digest('hex'), bytes };
}

function tooLarge(maxBytes: number): TooLarge {
  return { outcome: 'too-large', reason: `It is larger than ${Math.round(maxBytes / 1_000_000)} MB.` };
}

function isCutOff(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && /^(ECONN|EPIPE|HPE_|ERR_STREAM_PREMATURE)/.test(String(error.code))
  );
}
