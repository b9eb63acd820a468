/** The built site in a browser: what a reader does with it, and what it must bear. */
import { readFile } from 'node:fs/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decide, noCallsYet, parsePolicy } from '../policy/index.ts';
import type { Policy } from '../schema/policy.ts';
import { type BuiltSite, buildInventedSite } from './invented/built-site.ts';
import { chromiumPath, installLine, quietArguments } from './invented/chromium.ts';
import { type RunningSite, serveSite } from './serve.ts';

const manageBarge = 'servers/github/quayside~harbour-mcp/manage_barge/';

if (chromiumPath === undefined && process.env.CI === undefined) {
  process.stderr.write(`The browser tests of the site were SKIPPED: no Chromium was found (${installLine}).\n`);
}

describe.skipIf(chromiumPath === undefined && process.env.CI === undefined)(
  `the site in a browser (${installLine})`,
  () => {
    let built: BuiltSite;
    let site: RunningSite;
    let browser: Browser;

    beforeAll(async () => {
      if (chromiumPath === undefined) throw new Error(`no Chromium was found: ${installLine}`);
      built = await buildInventedSite('filled');
      site = await serveSite({ folder: built.folder, port: 0 });
      browser = await chromium.launch({ executablePath: chromiumPath, args: quietArguments });
    });

    afterAll(async () => {
      await browser?.close();
      await site?.close();
      await built?.remove();
    });

    /** A page that fails the test over any error it logs and any address it asks for elsewhere. */
    async function open(context: BrowserContext, address: string): Promise<{ page: Page; complaints: string[] }> {
      const complaints: string[] = [];
      const page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(site.url)) complaints.push(`asked for ${request.url()}`);
      });
      await page.goto(site.url + address);
      return { page, complaints };
    }

    async function withPage<Result>(
      address: string,
      use: (page: Page) => Promise<Result>,
      options: Parameters<Browser['newContext']>[0] = {},
    ): Promise<Result> {
      const context = await browser.newContext(options);
      try {
        const { page, complaints } = await open(context, address);
        const result = await use(page);
        expect(complaints).toEqual([]);
        return result;
      } finally {
        await context.close();
      }
    }

    function loadPolicy(text: string): Policy {
      const parsed = parsePolicy(text);
      if (!parsed.ok) throw new Error(parsed.errors.map(({ message }) => message).join('; '));
      return parsed.policy;
    }

    function answers(policy: Policy): string[] {
      const args = [{ action: 'show' }, { action: 'scrap' }, { action: 'sink' }, {}];
      return args.map((each) => decide(policy, { tool: 'manage_barge', args: each }, noCallsYet(0)).action);
    }

    test('a tool page marks the quoted words where they stand, and each mark leads to what it says', async () => {
      await withPage(manageBarge, async (page) => {
        expect(await page.locator('#evidence mark').allTextContents()).toEqual([
          'scrap',
          'scrap a barge',
          'cannot be undone',
          'manage',
          'await yard.delete(f"/barges/{barge_id}")',
        ]);
        await page.locator('#evidence sup a').first().click();
        expect(await page.locator('#evidence-1:target').textContent()).toContain('one of the actions is destructive');
      });
    });

    test('a tool about which two readers disagree shows what each says, on a phone as well', async () => {
      const [text, overflow] = await withPage(
        'servers/github/quayside~harbour-mcp/label_barge/',
        async (page) => [
          (await page.locator('.disagreement').innerText()).replace(/\s+/g, ' '),
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        ],
        { viewport: { width: 360, height: 800 } },
      );

      expect(text).toMatch(
        /The local model Write Low 62 % sure A language model invented-model-1 Execute High 90 % sure/,
      );
      expect(text).toContain('The reading of the local model stands.');
      expect(overflow).toBeLessThanOrEqual(0);
    });

    test('the policy can be copied, and does what the page says', async () => {
      const copied = await withPage(
        manageBarge,
        async (page) => {
          expect(await page.locator('#policy .lead').textContent()).toContain('scrap waits until a person agrees');
          await page.getByRole('button', { name: 'Copy' }).click();
          await page.getByRole('button', { name: 'Copied' }).waitFor();
          return page.evaluate(() => navigator.clipboard.readText());
        },
        { permissions: ['clipboard-read', 'clipboard-write'] },
      );

      expect(answers(loadPolicy(copied))).toEqual(['allow', 'ask', 'deny', 'deny']);
    });

    test('the policy can be downloaded, and is the one that is shown', async () => {
      const [downloaded, shown] = await withPage(manageBarge, async (page) => {
        const waiting = page.waitForEvent('download');
        await page.getByRole('link', { name: 'Download' }).click();
        const download = await waiting;
        expect(download.suggestedFilename()).toBe('policy.json');
        return [
          await readFile(await download.path(), 'utf8'),
          await page.locator('#policy code').first().textContent(),
        ];
      });

      expect(downloaded).toBe(shown);
      expect(answers(loadPolicy(downloaded))).toEqual(['allow', 'ask', 'deny', 'deny']);
    });

    test('the search finds a tool and opens it with keys alone', async () => {
      await withPage('', async (page) => {
        await page.keyboard.press('/');
        await page.keyboard.type('barge');
        await page.getByRole('option').first().waitFor();
        expect(await page.getByRole('option').locator('.name').allTextContents()).toEqual(
          expect.arrayContaining(['manage_barge', 'label_barge']),
        );
        await page.fill('#search-box', 'manage');
        await page.getByRole('option', { name: 'manage_barge' }).waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.waitForURL(`**/${manageBarge}`);
      });
    });

    test('the search says when nothing matches, and takes no name for markup', async () => {
      await withPage('#search', async (page) => {
        await page.keyboard.type('submarine');
        await page.getByText('Nothing matches').waitFor();
        await page.fill('#search-box', 'onerror');
        await page.getByRole('option').first().waitFor();
        expect(await page.locator('.search-result img').count()).toBe(0);
        expect(await page.title()).not.toBe('owned');
        await page.keyboard.press('Escape');
        expect(await page.getByRole('option').count()).toBe(0);
      });
    });

    test.each(['light', 'dark'] as const)(
      'no page is wider than a phone, logs an error or asks elsewhere (%s)',
      async (colorScheme) => {
        const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme });
        const { page, complaints } = await open(context, '');
        const wide: string[] = [];
        const addresses = built.files
          .filter((file) => file.endsWith('index.html'))
          .map((file) => file.replace('index.html', ''));
        for (const address of addresses) {
          await page.goto(site.url + address);
          const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (excess > 0) wide.push(`${address}: ${excess} px`);
        }
        await context.close();

        expect(addresses.length).toBeGreaterThan(30);
        expect(wide).toEqual([]);
        expect(complaints).toEqual([]);
      },
    );

    test('without script everything but search and copying works', async () => {
      await withPage(
        manageBarge,
        async (page) => {
          expect(await page.getByRole('button', { name: 'Copy' }).isVisible()).toBe(false);
          expect(await page.getByRole('link', { name: 'Download' }).isVisible()).toBe(true);
          await page.goto(site.url);
          expect(await page.locator('#search-area').isVisible()).toBe(false);
          expect(await page.getByText('Search needs script').isVisible()).toBe(true);
          await page.locator('#servers').getByRole('link', { name: 'Harbour' }).click();
          await page.getByRole('link', { name: 'manage_barge' }).first().click();
          expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('manage_barge');
        },
        { javaScriptEnabled: false },
      );
    });

    test('a hostile definition stays text', async () => {
      const address = built.files.find(
        (file) => file.includes('img-src') && file.endsWith('index.html') && file.startsWith('servers/'),
      );

      await withPage(address ?? '', async (page) => {
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('<img src=x onerror=');
        expect(await page.locator('main img, main script:not([src^="/_astro/"])').count()).toBe(0);
        expect(await page.title()).not.toBe('owned');
        expect(await page.getByText('This definition raises an alarm.').isVisible()).toBe(true);
      });
    });
  },
);
