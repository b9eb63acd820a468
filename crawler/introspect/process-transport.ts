/**
 * MCP over the pipes of a sandboxed process, for the SDK's client. What is not a JSON-RPC message is skipped and counted: real
 * servers print banners and logs to stdout. Nothing a server sends ends anything but its own connection.
 */
import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/client';
import { isJsonObject } from '../../schema/tool-definition.ts';
import type { SandboxedProcess } from '../sandbox/sandbox.ts';
import { LineSplitter } from './line-splitter.ts';
import { TextTail } from './text-tail.ts';

/** The largest list seen has 602 kB. */
const maxLineBytes = 32_000_000;

export class ProcessTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: <T extends JSONRPCMessage>(message: T) => void;
  /** With `pid` this is how the SDK knows a transport for a pipe, where silence means an old server and not an outage. */
  readonly stderr = null;
  readonly pid = null;
  /** Lines of stdout that were no messages. */
  junkLines = 0;
  messages = 0;
  lineTooLong = false;
  readonly #junk = new TextTail();
  readonly #process: SandboxedProcess;
  #closed = false;

  constructor(process: SandboxedProcess) {
    this.#process = process;
  }

  async start(): Promise<void> {
    const splitter = new LineSplitter(maxLineBytes);
    const { stdin, stdout } = this.#process;
    // A server may close its stdin, or exit, in the middle of our writing.
    stdin.on('error', (error) => this.onerror?.(error));
    stdout.on('error', () => this.#finish());
    stdout.on('data', (chunk: Buffer) => {
      if (this.#closed) return;
      const lines = splitter.push(chunk);
      for (const line of lines ?? []) this.#receive(line);
      if (lines !== undefined) return;
      this.lineTooLong = true;
      this.#finish();
    });
    stdout.on('end', () => this.#finish());
    void this.#process.exit.then(() => this.#finish());
  }

  send(message: JSONRPCMessage): Promise<void> {
    const { stdin } = this.#process;
    if (this.#closed || !stdin.writable) return Promise.reject(new Error('the server takes no more input'));
    // No wait for the write to drain: a server that does not read must not hold us; its pipe and our messages are small.
    stdin.write(`${JSON.stringify(message)}\n`);
    return Promise.resolve();
  }

  async close(): Promise<void> {
    this.#finish();
  }

  #receive(line: string): void {
    const message = readMessage(line);
    if (message !== undefined) {
      this.messages++;
      this.onmessage?.(message);
      return;
    }
    if (line.trim() === '') return;
    this.junkLines++;
    this.#junk.push(Buffer.from(`${line.slice(0, 2_000)}\n`));
  }

  /** The beginning and the end of those lines: usage texts are often printed to stdout. */
  junkText(): string {
    return this.#junk.text();
  }

  #finish(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.onclose?.();
  }
}

/** Whether it is a request, a response or a notification, is told apart by the SDK, which validates the envelope. */
function readMessage(line: string): JSONRPCMessage | undefined {
  if (!line.includes('{')) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    if (!isJsonObject(value) || value.jsonrpc !== '2.0') return undefined;
    return value as JSONRPCMessage; // an object of the right version; see above for the rest
  } catch {
    return undefined;
  }
}
