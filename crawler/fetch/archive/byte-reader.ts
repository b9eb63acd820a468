/** Takes exact numbers of bytes out of a stream of chunks. */
import { ArchiveFault } from './archive-fault.ts';

export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #chunk: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Undefined at the end of the stream. @throws ArchiveFault where it ends in between */
  async take(length: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    let missing = length;
    while (missing > 0) {
      if (this.#chunk.length === 0 && !(await this.#fill())) break;
      const part = this.#chunk.subarray(0, missing);
      this.#chunk = this.#chunk.subarray(part.length);
      parts.push(part);
      missing -= part.length;
    }
    if (missing > 0 && missing < length) throw cutOff();
    return missing > 0 ? undefined : Buffer.concat(parts, length);
  }

  /** @throws ArchiveFault where there are not so many */
  async skip(length: number): Promise<void> {
    await this.pass(length, () => {});
  }

  /** Hands on so many bytes in the pieces they come in. @throws ArchiveFault where there are not so many, and what `to` throws */
  async pass(length: number, to: (part: Buffer) => void): Promise<void> {
    let missing = length;
    while (missing > 0) {
      if (this.#chunk.length === 0 && !(await this.#fill())) throw cutOff();
      const part = this.#chunk.subarray(0, missing);
      this.#chunk = this.#chunk.subarray(part.length);
      to(part);
      missing -= part.length;
    }
  }

  async #fill(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done) return false;
    const { buffer, byteOffset, byteLength } = next.value;
    this.#chunk = Buffer.from(buffer, byteOffset, byteLength);
    return true;
  }
}

function cutOff(): ArchiveFault {
  return new ArchiveFault('broken', 'The archive ends in the middle.');
}
