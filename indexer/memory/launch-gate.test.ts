import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { LaunchGate } from './launch-gate.ts';
import type { Memory } from './room-for-launch.ts';

const plenty: Memory = { total: 16e9, available: 12e9 };
const little: Memory = { total: 16e9, available: 1e8 };
const never = new AbortController().signal;

/** A gate over memory that the test sets, and looks that end when the test says so. */
function makeGate(memory: Memory | undefined) {
  const machine = { memory };
  const gate = new LaunchGate({ readMemory: async () => machine.memory, pollMs: 1, youngMs: 0 });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const waited: string[] = [];
  const look = (name: string, signal = never) => {
    const work = () => {
      begun.push(name);
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
    };
    return gate.pass(signal, work, () => waited.push(name));
  };
  return { machine, look, begun, waited, end: (name: string) => ends.get(name)?.() };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await setImmediate();
}

/** Several readings of the memory go by. */
async function aWhile(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await setImmediate();
  await new Promise((resolve) => setTimeout(resolve, 20));
}

test('with room all begin, in their order', async () => {
  const { look, begun, end } = makeGate(plenty);

  const looks = ['a', 'b', 'c'].map((name) => look(name));
  await until(() => begun.length === 3);
  for (const name of begun) end(name);

  expect(await Promise.all(looks)).toEqual(['a', 'b', 'c']);
  expect(begun).toEqual(['a', 'b', 'c']);
});

test('under pressure one goes on at a time, and none waits for ever', async () => {
  const { look, begun, waited, end } = makeGate(little);

  const looks = ['a', 'b', 'c'].map((name) => look(name));
  await aWhile();
  const atFirst = [...begun];
  end('a');
  await until(() => begun.includes('b'));
  await aWhile();
  const then = [...begun];
  end('b');
  await until(() => begun.includes('c'));
  end('c');

  expect([atFirst, then]).toEqual([['a'], ['a', 'b']]);
  expect(waited).toEqual(['b', 'c']);
  expect(await Promise.all(looks)).toEqual(['a', 'b', 'c']);
});

test('when the pressure eases, the others begin while the first still runs', async () => {
  const { machine, look, begun, end } = makeGate(little);

  const looks = ['a', 'b'].map((name) => look(name));
  await aWhile();
  machine.memory = plenty;
  await until(() => begun.length === 2);
  end('b');
  end('a');

  expect(await Promise.all(looks)).toEqual(['a', 'b']);
});

test('a run that is stopped leaves nobody waiting, and whoever comes after is not held up by them', async () => {
  const { look, begun, end } = makeGate(little);
  const stop = new AbortController();
  const first = look('a');
  await until(() => begun.length === 1);
  const waiting = look('b', stop.signal);
  const after = look('c');
  stop.abort();

  expect(await waiting).toBeUndefined();
  expect(await look('d', stop.signal)).toBeUndefined();
  end('a');
  await until(() => begun.includes('c'));
  end('c');
  expect(await Promise.all([first, after])).toEqual(['a', 'c']);
});

test('a look that fails makes room like any other', async () => {
  const gate = new LaunchGate({ readMemory: async () => little, pollMs: 1 });

  const failed = gate.pass(never, () => Promise.reject(new Error('sunk')));
  const next = gate.pass(never, async () => 'afloat');

  await expect(failed).rejects.toThrow('sunk');
  expect(await next).toBe('afloat');
});

test('a memory that cannot be read holds nobody', async () => {
  const gate = new LaunchGate({ readMemory: () => Promise.reject(new Error('no /proc')), pollMs: 1 });

  expect(await Promise.all([1, 2, 3].map((look) => gate.pass(never, async () => look)))).toEqual([1, 2, 3]);
});
