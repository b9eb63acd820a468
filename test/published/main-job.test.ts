/**
 * The main job on a real server: a published npm package is fetched, started in the sandbox, judged, and shown; then a person
 * copies and downloads its policy from the page, and the policy is run. Skipped, with a line that says so, where the npm
 * registry, a sandbox or Chromium is out of reach; never in CI.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findSandbox } from '../../crawler/sandbox/find.ts';
import { decide, noCallsYet, parsePolicy, spend } from '../../policy/index.ts';
import type { Policy } from '../../schema/policy.ts';
import { chromiumPath, installLine, quietArguments } from '../../site/invented/chromium.ts';
import { type RunningSite, serveSite } from '../../site/serve.ts';
import { runPlimsoll } from '../command-line/run-plimsoll.ts';

const packageName = '@modelcontextprotocol/server-memory';
const serverPage = 'servers/npm/modelcontextprotocol~server-memory/';

async function findMissing(): Promise<string | undefined> {
  if (chromiumPath === undefined) return `no Chromium was found (${installLine})`;
  const sandbox = await findSandbox();
  if (!sandbox.found) return `no sandbox works here (${sandbox.install})`;
  // In a child process: this one reaches loopback alone.
  const asked = await promisify(execFile)('npm', ['view', packageName, 'version'], { timeout: 20_000 }).catch(
    () => undefined,
  );
  return asked === undefined ? 'the npm registry is out of reach' : undefined;
}

const missing = await findMissing();
if (missing !== undefined)
  process.stderr.write(`The test of the main job on a published server was SKIPPED: ${missing}.\n`);

describe.skipIf(missing !== undefined && process.env.CI === undefined)('the main job on a published server', () => {
  let folder: string;
  let site: RunningSite;
  let browser: Browser;

  beforeAll(async () => {
    if (missing !== undefined || chromiumPath === undefined) throw new Error(missing);
    folder = await mkdtemp(path.join(os.tmpdir(), 'plimsoll-main-job-'));
    await writeFile(path.join(folder, 'list.yaml'), `id: memory\ntitle: Memory\nsource: npm:${packageName}\n`);
    const indexed = await runPlimsoll(['index', '--servers', 'list.yaml'], { cwd: folder });
    expect(indexed.stdout).toContain('1 read, 0 failed');
    const built = await runPlimsoll(['site', 'build'], { cwd: folder });
    expect(built.stderr).toMatch(/^site: \d+ pages in/m);
    site = await serveSite({ folder: path.join(folder, '.plimsoll/site'), port: 0 });
    browser = await chromium.launch({ executablePath: chromiumPath, args: quietArguments });
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('a person copies and downloads the policy of a deleting tool, and it asks', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(`${site.url}${serverPage}delete_entities/`);

    expect(await page.locator('h1').textContent()).toBe('delete_entities');
    expect(await page.locator('#evidence mark').first().textContent()).toMatch(/^delete/i);
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = String(await page.evaluate('navigator.clipboard.readText()'));
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download' }).click();
    const downloaded = await readFile(await (await waiting).path(), 'utf8');
    await context.close();

    expect(downloaded).toBe(copied);
    const policy = loadPolicy(downloaded);
    expect(answer(policy, 'delete_entities', { entityNames: ['a'] })).toBe('ask');
    expect(answer(policy, 'read_graph', {})).toBe('deny');
  });

  test('the policy of the whole server lets reading pass and limits writing, as its page says', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}${serverPage}`);
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download' }).click();
    const policy = loadPolicy(await readFile(await (await waiting).path(), 'utf8'));
    await page.close();

    expect(answer(policy, 'read_graph', {})).toBe('allow');
    expect(answer(policy, 'delete_relations', {})).toBe('ask');
    expect(answer(policy, 'no_such_tool', {})).toBe('deny');
    expect(callsLetThrough(policy, 'create_entities', 40)).toBe(30);
  });
});

function loadPolicy(text: string): Policy {
  const parsed = parsePolicy(text);
  if (!parsed.ok) throw new Error(parsed.errors.map(({ message }) => message).join('; '));
  return parsed.policy;
}

function answer(policy: Policy, tool: string, args: unknown): string {
  return decide(policy, { tool, args }, noCallsYet(0)).action;
}

/** How many of so many calls within one second are allowed. */
function callsLetThrough(policy: Policy, tool: string, calls: number): number {
  let state = noCallsYet(0);
  let passed = 0;
  for (let call = 0; call < calls; call++) {
    if (decide(policy, { tool, args: {} }, state).action !== 'allow') continue;
    state = spend(policy, { tool, args: {} }, state, call);
    passed += 1;
  }
  return passed;
}
