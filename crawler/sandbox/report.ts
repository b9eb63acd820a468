/** Reads what the companion tells of a program. Its lines name hosts that the program chose, so each is checked again here. */
import type { Readable } from 'node:stream';
import type { Reached } from './sandbox.ts';

export interface Report {
  /** Resolves when the companion is at its place, or will not come. */
  ready: Promise<void>;
  /** Resolves once nothing more can come. */
  whole: Promise<readonly Reached[]>;
  soFar(): readonly Reached[];
}

const maxLength = 200_000;
const line = /^(?:name ([a-z0-9_.-]{1,253})|connection ([a-z0-9_.:-]{1,253}) (\d{1,5}))$/;

export function readReport(stream: Readable): Report {
  const ready = Promise.withResolvers<void>();
  const whole = Promise.withResolvers<readonly Reached[]>();
  let text = '';
  stream.setEncoding('latin1');
  stream.on('data', (chunk: string) => {
    if (text.length < maxLength) text += chunk;
    if (/^ready$/m.test(chunk)) ready.resolve();
  });
  const end = () => {
    ready.resolve();
    whole.resolve(parseReport(text));
  };
  for (const event of ['end', 'close', 'error']) stream.once(event, end);
  return { ready: ready.promise, whole: whole.promise, soFar: () => parseReport(text) };
}

export function parseReport(text: string): Reached[] {
  // What stands after the last line's end was cut off.
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .flatMap((each): Reached[] => {
      const [, name, host, port] = line.exec(each) ?? [];
      if (name !== undefined) return [{ host: name, port: undefined }];
      return host === undefined || Number(port) > 65_535 ? [] : [{ host, port: Number(port) }];
    });
}
