/**
 * Servers that misbehave or attack, each with what a look at it comes to. All of it happens in a sandbox with tight bounds; where there
 * is none, nothing hostile is started.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectCommand } from '../../crawler/inspect-command.ts';
import { findSandbox } from '../../crawler/sandbox/find.ts';
import { defaultLimits, type Sandbox } from '../../crawler/sandbox/sandbox.ts';
import { type FailureKind, Snapshot } from '../../schema/snapshot.ts';
import { readTool } from '../../schema/tool-definition.ts';

const found = await findSandbox();
const servers = path.join(import.meta.dirname, '..', 'servers');
const marker = `marker-${process.pid}-hostile`;
/** Long, so that on a busy machine too it is the server's own doing that ends a look. */
const waits = { probeMs: 700, handshakeMs: 15_000, listMs: 15_000, settleMs: 100, silentMs: 15_000, elsewhereMs: 300 };
/** These never say what is waited for; to wait for it longer proves nothing more. */
const shortWaits = { ...waits, probeMs: 300, handshakeMs: 1_200, listMs: 1_500, silentMs: 1_500 };
const unanswering: ReadonlySet<string> = new Set([
  'silent',
  'closes-stdin',
  'spins',
  'half-a-handshake',
  'never-answers-the-list',
  'answers-in-a-batch',
]);
const bounds = {
  memoryBytes: 400_000_000,
  diskBytes: 32_000_000,
  outputBytes: 40_000_000,
  processes: 40,
  wallMs: 20_000,
};

/** The sandbox found here, with bounds that are soon reached. */
function tighten({ id, launch }: Sandbox): Sandbox {
  return { id, launch: (request) => launch({ ...request, limits: { ...defaultLimits, ...bounds } }) };
}

async function look(file: string, behaviour: string): Promise<Snapshot> {
  if (!found.found) throw new Error('nothing hostile is started without a sandbox');
  const target = { kind: 'command' as const, command: 'node', args: [path.join(servers, file), behaviour, marker] };
  const sandbox = { found: true as const, sandbox: tighten(found.sandbox) };
  const { signal } = new AbortController();
  const context = { cacheFolder: path.join(tmpdir(), 'unused'), sandbox, offline: false, signal };
  return Snapshot.parse(await inspectCommand(target, context, unanswering.has(behaviour) ? shortWaits : waits));
}

function countMarked(): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && name !== String(process.pid));
  return pids.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(marker);
    } catch {
      return false;
    }
  }).length;
}

/** Behaviour, how many of its tools are seen, and where it is not the whole list, why. */
type Row = readonly [behaviour: string, tools: number, failure?: FailureKind];

const rows: Readonly<Record<string, readonly Row[]>> = {
  // Clumsy: as published servers are.
  'odd.ts': [
    ['junk', 1],
    ['malformed', 8],
    ['pages', 3],
    ['circle', 2, 'list-failed'],
    ['fails-at-page-two', 1, 'list-failed'],
    ['refuses-list', 0, 'list-failed'],
    ['not-a-list', 0, 'list-failed'],
    ['without-tools', 0, 'no-tools-found'],
    ['empty-list', 0, 'no-tools-found'],
    ['silent', 0, 'timeout'],
    ['closes-stdin', 0, 'timeout'],
    ['ignores-unknown-methods', 1],
    ['ends-at-probe', 1],
    ['ends-at-list', 0, 'exited'],
    ['ends-silently', 0, 'exited'],
    ['wants-the-real-thing', 0, 'credential-required'],
    ['wants-argument', 1],
    ['wants-stdio', 1],
    ['asks-back', 1],
    ['endless-line', 0, 'output-limit'],
    ['invalid-utf8', 1],
    ['will-not-go', 1],
    ['wrong-ids', 1],
    ['half-a-handshake', 0, 'protocol-error'],
    ['reaches-out', 1],
  ],
  // Hostile: as one would be that wants to hurt whoever looks at it.
  'hostile.ts': [
    ['fills-memory', 0, 'memory-limit'],
    ['fills-disk', 1],
    ['forks-without-end', 0, 'exited'],
    ['leaves-a-daemon', 1],
    ['spins', 0, 'timeout'],
    ['floods-stderr', 0, 'output-limit'],
    ['floods-stdout-with-lines', 0, 'output-limit'],
    ['floods-with-notifications', 1],
    ['floods-with-requests', 1],
    ['says-the-list-changes-without-end', 1],
    ['pages-without-end', 100, 'list-failed'],
    ['lists-too-many', 30_000, 'list-failed'],
    ['never-answers-the-list', 0, 'list-failed'],
    ['answers-twice', 1],
    ['answers-in-a-batch', 0, 'list-failed'],
    ['nests-deeply', 1],
    ['has-a-giant-description', 1],
    ['has-a-pattern-that-never-ends', 1],
    ['refers-to-itself', 1],
    ['names-prototypes', 7],
    ['writes-to-the-terminal', 0, 'list-failed'],
    ['errs-at-length', 0, 'list-failed'],
    ['speaks-a-protocol-of-its-own', 0, 'protocol-error'],
    ['greets-at-length', 1],
    ['reads-the-operator', 1],
    ['kills-everything', 1],
    ['changes-its-own-files', 1],
  ],
};

const forbidden = ['planted', 'changed_it'];

beforeAll(() => {
  process.env.PLIMSOLL_SECRET = 'the operator’s own';
});
afterAll(() => {
  delete process.env.PLIMSOLL_SECRET;
});

describe.skipIf(!found.found).each(Object.entries(rows))('of %s', (file, behaviours) => {
  test.each(behaviours.map(([behaviour, tools, failure]) => ({ behaviour, tools, failure })))(
    '$behaviour: $tools tools, $failure',
    async ({ behaviour, tools, failure }) => {
      const snapshot = await look(file, behaviour);

      const { coverage } = snapshot;
      expect([snapshot.tools.length, coverage.failure, coverage.state]).toEqual([
        tools,
        failure,
        failure === undefined ? 'complete' : tools === 0 ? 'failed' : 'partial',
      ]);
      expect(snapshot.tools.filter(({ definition }) => forbidden.includes(readTool(definition).name))).toEqual([]);
      expect(coverage.reason ?? '').not.toMatch(/[\u0000-\u001f\u007f\u202e]/);
      expect(coverage.reason?.length ?? 0).toBeLessThan(500);
      expect(JSON.stringify(snapshot)).not.toContain('the operator’s own');
      expect(countMarked()).toBe(0);
    },
  );
});

test.skipIf(!found.found)('one that kills everything it can see is watched all the same', async () => {
  const { egress, egressGap } = await look('hostile.ts', 'kills-everything');

  expect({ egress, egressGap }).toEqual({ egress: ['203.0.113.9:4444'], egressGap: undefined });
});

test('there are more kinds of them than twenty-five', () => {
  expect(new Set(Object.values(rows).flatMap((each) => each.map(([behaviour]) => behaviour))).size).toBeGreaterThan(25);
});
