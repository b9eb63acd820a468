import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import type { ResolveName } from '../../sources/http/guard-lookup.ts';
import { serveForTest } from '../../sources/http/serve-for-test.ts';
import { pinAddress } from './guard-address.ts';
import { runGit } from './run-git.ts';

function resolveTo(...addresses: string[]): ResolveName {
  const found: LookupAddress[] = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return (_hostname, _options, callback) => callback(found.length > 0 ? null : new Error('unknown'), found);
}

const environment = {};

describe('the address of a repository that no person typed', () => {
  it.each([
    ['https://git.example/a.git', ['1.1.1.1'], 'http.curloptResolve=git.example:443:1.1.1.1'],
    [
      'http://git.example:8080/a.git',
      ['1.1.1.1', '2606:4700::1'],
      'http.curloptResolve=git.example:8080:1.1.1.1,[2606:4700::1]',
    ],
  ])('%s is asked at the public addresses it has, and nowhere else', async (url, addresses, setting) => {
    expect(await pinAddress(url, { resolve: resolveTo(...addresses), environment })).toEqual({
      ok: true,
      settings: [setting],
    });
  });

  it.each([
    ['https://git.example/a.git', ['127.0.0.1']],
    ['https://git.example/a.git', ['1.1.1.1', '10.0.0.1']],
    ['https://git.example/a.git', ['::ffff:169.254.169.254']],
    ['https://127.0.0.1/a.git', ['1.1.1.1']],
    ['https://[::1]/a.git', ['1.1.1.1']],
    ['https://2130706433/a.git', ['1.1.1.1']],
    ['https://git.example/a.git', []],
  ])('%s at %j is not asked', async (url, addresses) => {
    expect(await pinAddress(url, { resolve: resolveTo(...addresses), environment })).toMatchObject({
      ok: false,
      failure: 'unreachable',
    });
  });

  it('is the proxy’s affair where only that knows the name, and still no private one', async () => {
    const behind = { HTTPS_PROXY: 'http://proxy.example:3128' };

    expect(await pinAddress('https://git.example/a', { resolve: resolveTo(), environment: behind })).toEqual({
      ok: true,
      settings: [],
    });
    expect(
      await pinAddress('https://git.example/a', { resolve: resolveTo('10.0.0.1'), environment: behind }),
    ).toMatchObject({ ok: false });
    expect(await pinAddress('https://10.0.0.1/a', { resolve: resolveTo(), environment: behind })).toMatchObject({
      ok: false,
    });
  });

  it('is what git connects to, whatever its own resolver would say', async () => {
    const server = await serveForTest((_request, response) => response.writeHead(404).end());
    const url = `http://harbour.invalid:${server.port}/a.git`;
    const guarded = await pinAddress(url, { resolve: resolveTo('127.0.0.1'), isPublic: () => true, environment });

    await runGit({
      gitFolder: undefined,
      settings: guarded.ok ? guarded.settings : [],
      args: ['ls-remote', '--end-of-options', url],
      protocols: ['http'],
      timeoutMs: 20_000,
      maxOutputBytes: 1_000,
      signal: new AbortController().signal,
    });
    await server.close();

    expect(server.asked).toEqual([expect.stringContaining('/a.git/info/refs')]);
  });
});
