/** A stream that passes on at most so many bytes, and keeps the first few for an error message. */
import { Transform } from 'node:stream';

const headBytes = 4096;

export interface CountedOutput {
  stream: Transform;
  readHead(): string;
}

export function countOutput(limit: number, onLimit: () => void): CountedOutput {
  let seen = 0;
  let head = Buffer.alloc(0);
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const rest = Math.max(0, limit - seen);
      seen += chunk.length;
      if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)]);
      if (seen > limit) onLimit();
      done(null, chunk.length > rest ? chunk.subarray(0, rest) : chunk);
    },
  });
  return { stream, readHead: () => head.toString('utf8').trim() };
}
