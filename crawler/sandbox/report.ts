/** Reads what the companion tells of a program. Its lines name hosts that the program chose, so each is checked again here. */
import type { Duplex } from 'node:stream';
import type { Reached } from './sandbox.ts';

export interface Watched {
  reached: readonly Reached[];
  /** Why there may be more; undefined where everything was seen. */
  reachedGap?: string;
}

export interface Report {
  /** Resolves when the companion is at its place, or will not come. */
  ready: Promise<void>;
  /** Resolves when the program is over and the companion has been asked for the rest, or nothing more can come. */
  programOver: Promise<void>;
  /** Resolves once the companion has told all, or nothing more can come. */
  whole: Promise<Watched>;
  soFar(): readonly Reached[];
}

const maxLength = 200_000;
const line = /^(?:name ([a-z0-9_.-]{1,253})|connection ([a-z0-9_.:-]{1,253}) (\d{1,5}))$/;
const gaps: ReadonlyMap<string, string> = new Map([
  ['packets', 'connections to ports that are not those of common services could not be watched'],
  ['ipv4', 'IPv4 could not be watched'],
  ['ipv6', 'IPv6 could not be watched'],
  ['names', 'it was given no answers for names'],
  ['many', 'it tried more places than are kept'],
  ['missed', 'it sent more than could be watched'],
]);
const cutShort = 'the watch ended before it did';

export function readReport(stream: Duplex): Report {
  const ready = Promise.withResolvers<void>();
  const programOver = Promise.withResolvers<void>();
  const whole = Promise.withResolvers<Watched>();
  let text = '';
  let isOver = false;
  const end = () => {
    for (const each of [ready, programOver]) each.resolve();
    whole.resolve(readWatched(text));
  };
  stream.setEncoding('latin1');
  stream.on('data', (chunk: string) => {
    if (text.length < maxLength) text += chunk;
    if (/^ready\n/m.test(text)) ready.resolve();
    if (/^end\n/m.test(text)) end();
    if (isOver || !/^ended\n/m.test(text)) return;
    isOver = true;
    programOver.resolve();
    stream.write('close\n');
  });
  for (const event of ['end', 'close', 'error']) stream.once(event, end);
  const soFar = () => parseReport(text);
  return { ready: ready.promise, programOver: programOver.promise, whole: whole.promise, soFar };
}

function readWatched(text: string): Watched {
  const reached = parseReport(text);
  const said = [...text.matchAll(/^gap ([a-z0-9]+)$/gm)].map(
    ([, gap = '']) => gaps.get(gap) ?? 'it could not be watched',
  );
  const reasons = /^end\n/m.test(text) ? said : [...said, cutShort];
  return reasons.length === 0 ? { reached } : { reached, reachedGap: reasons.join('; ') };
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
