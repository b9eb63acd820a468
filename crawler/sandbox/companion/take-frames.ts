/** Cuts what a client sends into the messages of a protocol. */
import type { Socket } from 'node:net';

const maxBuffered = 1_000_000;

/**
 * `lengthOf` gives the length of the message at the beginning of the bytes, or undefined where there are not enough of them to
 * tell. A client that sends longer ones is dropped.
 */
export function takeFrames(
  socket: Socket,
  lengthOf: (bytes: Buffer) => number | undefined,
  onFrame: (frame: Buffer) => void,
): void {
  let bytes = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (;;) {
      const length = lengthOf(bytes);
      if (length === undefined || length > bytes.length) break;
      const frame = bytes.subarray(0, length);
      bytes = bytes.subarray(length);
      onFrame(frame);
    }
    if (bytes.length > maxBuffered) socket.destroy();
  });
}
