/** The first and the last of what a server prints, within a bound: what ails it stands at one of the two ends. */

const headBytes = 16_384;
const tailBytes = 32_768;

export class TextTail {
  #head = Buffer.alloc(0);
  #tail = Buffer.alloc(0);

  push(chunk: Buffer): void {
    const room = headBytes - this.#head.length;
    if (room > 0) this.#head = Buffer.concat([this.#head, chunk.subarray(0, room)]);
    if (chunk.length <= room) return;
    const rest = room > 0 ? chunk.subarray(room) : chunk;
    this.#tail = Buffer.concat([this.#tail, rest.subarray(-tailBytes)]).subarray(-tailBytes);
  }

  text(): string {
    return Buffer.concat([this.#head, this.#tail]).toString('utf8');
  }
}
