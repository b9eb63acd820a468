import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Snapshot } from '../schema/snapshot.ts';
import { readTool } from '../schema/tool-definition.ts';
import { inspectCommand } from './inspect-command.ts';
import { unconfined } from './sandbox/direct.ts';
import { findSandbox } from './sandbox/find.ts';

const found = await findSandbox();
// The servers are our own, so the protocol can be tested where nothing confines them.
const sandbox = found.found ? found : { found: true as const, sandbox: unconfined };
const servers = path.join(import.meta.dirname, '..', 'test', 'servers');
const limits = { probeMs: 700, handshakeMs: 4_000, listMs: 4_000, settleMs: 200, silentMs: 5_000, elsewhereMs: 300 };
/** These never answer; to wait for them longer proves nothing more. */
const silent: ReadonlySet<string> = new Set(['silent', 'closes-stdin']);

let controller = new AbortController();
afterEach(() => {
  controller = new AbortController();
});

async function inspectServer(file: string, ...args: string[]): Promise<Snapshot> {
  const target = { kind: 'command' as const, command: 'node', args: [path.join(servers, file), ...args] };
  const context = { cacheFolder: path.join(tmpdir(), 'unused'), sandbox, offline: false, signal: controller.signal };
  return Snapshot.parse(await inspectCommand(target, context, waitFor(file, args[0])));
}

function waitFor(file: string, behaviour: string | undefined): typeof limits {
  // They answer the newest protocol's first question, however long they take to start on a busy machine.
  if (file.startsWith('sdk-v2')) return { ...limits, probeMs: 15_000 };
  return silent.has(behaviour ?? '') ? { ...limits, probeMs: 300, handshakeMs: 600, silentMs: 600 } : limits;
}

function names(snapshot: Snapshot): string[] {
  return snapshot.tools.map(({ definition }) => readTool(definition).name);
}

describe('a server on an SDK', () => {
  it('of version 1 gives its tools, to a client that declares everything', async () => {
    const snapshot = await inspectServer('sdk-v1.ts');

    expect(names(snapshot)).toEqual(['count_sheep', 'dream']);
    expect(snapshot).toMatchObject({
      server: { id: 'command:node', name: 'flock', title: 'The flock', version: '1.4.0' },
      coverage: { state: 'complete' },
      protocolVersion: '2025-11-25',
      instructions: 'Ask before you shear.',
      launch: { transport: 'stdio', environment: [] },
    });
  });

  it('of version 2 is spoken to in the newest protocol, in one start', async () => {
    const snapshot = await inspectServer('sdk-v2.ts');

    expect(names(snapshot)).toEqual(['pick_apples']);
    expect(snapshot).toMatchObject({ protocolVersion: '2026-07-28', instructions: 'This is the modern era.' });
  });
});

describe('a server whose list grows', () => {
  it('is read once more, in the newest protocol as in the older ones', async () => {
    const snapshot = await inspectServer('sdk-v2-grows.ts');

    expect(snapshot.protocolVersion).toBe('2026-07-28');
    expect(names(snapshot)).toEqual(['plant_seeds', 'pick_plums']);
  });
});

describe('a server that is odd', () => {
  it.each([
    ['junk', ['count_sheep']],
    ['pages', ['one', 'two', 'three']],
    ['ignores-unknown-methods', ['count_sheep']],
    ['ends-at-probe', ['count_sheep']],
    ['wants-stdio', ['count_sheep']],
    ['asks-back', ['count_sheep']],
    ['grows', ['count_sheep', 'shear_sheep']],
    ['will-not-go', ['count_sheep']],
    ['wrong-ids', ['count_sheep']],
  ])('%s: is listed whole', async (behaviour, tools) => {
    const snapshot = await inspectServer('odd.ts', behaviour);

    expect(names(snapshot)).toEqual(tools);
    expect(snapshot.coverage).toEqual({ state: 'complete' });
  });

  it('malformed: every entry of its list is kept verbatim and marked', async () => {
    const snapshot = await inspectServer('odd.ts', 'malformed');

    expect(snapshot.tools.map(({ conformance }) => conformance.map(({ id }) => id))).toEqual([
      ['not-an-object'],
      ['not-an-object'],
      ['name-not-text', 'description-missing', 'input-schema-missing'],
      ['description-missing', 'input-schema-missing'],
      [],
      ['name-repeated'],
      [],
      [],
    ]);
    expect(snapshot.tools[6]?.definition).toMatchObject({ 'x-new': [1, { deep: null }] });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('invalid-utf8: what is no text is replaced and the rest is read', async () => {
    const snapshot = await inspectServer('odd.ts', 'invalid-utf8');

    expect(readTool(snapshot.tools[0]?.definition).description).toBe('b\ufffd\\ud800');
    expect(snapshot.tools[0]?.conformance.map(({ id }) => id)).toEqual(['ill-formed-text']);
  });

  it.each([
    ['wants-variable', ['SHEEP_API_KEY']],
    ['wants-several', ['SHEEP_EMAIL', 'SHEEP_URL']],
    ['wants-shape', ['WOOL_TOKEN']],
    ['wants-form', ['BALE_KEY']],
  ])('%s: is listed with made-up values, and says so', async (behaviour, variables) => {
    const snapshot = await inspectServer('odd.ts', behaviour);

    expect(names(snapshot)).toEqual(['count_sheep']);
    expect(snapshot.coverage.state).toBe('unauthenticated');
    expect(snapshot.launch.environment).toEqual(variables);
    for (const variable of variables) expect(snapshot.coverage.reason).toContain(variable);
  });

  it.each([
    ['circle', 'partial', 'list-failed', 'lead back'],
    ['fails-at-page-two', 'partial', 'list-failed', 'the second field is ⟨U+202E⟩closed'],
    ['refuses-list', 'failed', 'list-failed', 'the field is flooded'],
    ['not-a-list', 'failed', 'list-failed', 'without a list'],
    ['without-tools', 'failed', 'no-tools-found', 'offers no tools'],
    ['empty-list', 'failed', 'no-tools-found', 'offers no tools'],
    ['silent', 'failed', 'timeout', 'does not answer'],
    ['closes-stdin', 'failed', 'timeout', 'does not answer'],
    ['ends-at-list', 'failed', 'exited', 'the fence broke'],
    ['ends-silently', 'failed', 'exited', 'exit code 1 before it gave its tools, without a word'],
    ['wants-the-real-thing', 'failed', 'credential-required', 'BARN_PASSWORD'],
    ['wants-argument', 'failed', 'arguments-required', 'Usage: flock <field>'],
    ['endless-line', 'failed', 'output-limit', 'more output'],
    ['half-a-handshake', 'failed', 'protocol-error', 'handshake'],
  ])('%s: is %s with %s', async (behaviour, state, failure, words) => {
    const snapshot = await inspectServer('odd.ts', behaviour);

    expect(snapshot.coverage).toMatchObject({ state, failure, reason: expect.stringContaining(words) });
    expect(snapshot.coverage.reason).not.toContain('\n');
  });
});

describe.skipIf(!found.found)('a server that wants the network', () => {
  it('is said to, where it gives no list without', async () => {
    const { coverage } = await inspectServer('odd.ts', 'wants-the-internet');

    expect(coverage).toMatchObject({
      state: 'failed',
      failure: 'list-failed',
      reason: expect.stringContaining('It tried to reach pasture.example:443'),
    });
  });

  it('is told of where it tried to go', async () => {
    const snapshot = await inspectServer('odd.ts', 'reaches-out');

    expect(names(snapshot)).toEqual(['count_sheep']);
    expect(snapshot.egress).toEqual(['169.254.169.254:80', '198.51.100.7:80', 'telemetry.example:443']);
    expect(snapshot.egressGap).toBeUndefined();
  });

  it('gets this machine’s only where a person allows it', async () => {
    const listener = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const bound = listener.address();
    const args = [path.join(servers, 'odd.ts'), 'calls-a-port', String(typeof bound === 'object' ? bound?.port : '')];
    const target = { kind: 'command' as const, command: 'node', args };
    const context = { cacheFolder: '/nowhere', sandbox, offline: false, signal: controller.signal };

    const closed = await inspectCommand(target, context, limits);
    const open = await inspectCommand(target, { ...context, allowNetwork: true }, limits);
    listener.close();

    expect([closed.coverage.failure, open.coverage.state, open.egress]).toEqual(['exited', 'complete', []]);
    expect([closed.egressGap, open.egressGap]).toEqual([undefined, 'it was not watched']);
  });

  it.each(['wants-redis', 'lists-from-redis'])('%s: is listed with an imitation', async (behaviour) => {
    const snapshot = await inspectServer('odd.ts', behaviour);

    expect(names(snapshot)).toEqual(['count_sheep']);
    expect(snapshot.launch.backends).toEqual(['redis']);
    expect(snapshot.egress).toEqual(['localhost:6379']);
    expect(snapshot.coverage).toMatchObject({
      state: 'unauthenticated',
      reason: expect.stringContaining('a Redis server'),
    });
  });
});

describe('inspectCommand', () => {
  it('ends what it started when the run is stopped, and rejects', async () => {
    const stopped = inspectServer('odd.ts', 'silent');
    setTimeout(() => controller.abort(new Error('stopped')), 200);

    await expect(stopped).rejects.toThrow('stopped');
  });

  it('starts nothing where there is no sandbox, and says what to install', async () => {
    const missing = { found: false as const, reason: 'none is installed', install: 'install one' };
    const context = { cacheFolder: '/nowhere', sandbox: missing, offline: false, signal: controller.signal };

    const snapshot = await inspectCommand({ kind: 'command', command: 'touch', args: ['/tmp/x'] }, context);

    expect(snapshot.coverage).toMatchObject({
      state: 'failed',
      failure: 'no-sandbox',
      reason: expect.stringContaining('install one'),
    });
  });

  it('records a command that is not there', async () => {
    const context = { cacheFolder: '/nowhere', sandbox, offline: false, signal: controller.signal };

    const snapshot = await inspectCommand({ kind: 'command', command: 'no-such-command-anywhere', args: [] }, context);

    expect(snapshot.coverage).toMatchObject({ state: 'failed', failure: 'exited' });
  });
});
