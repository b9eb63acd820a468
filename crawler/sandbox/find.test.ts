import { afterEach, expect, test, vi } from 'vitest';
import { findSandbox } from './find.ts';

afterEach(() => vi.unstubAllEnvs());

test('a wish for a sandbox that does not exist is refused with a reason and a way out', async () => {
  vi.stubEnv('PLIMSOLL_SANDBOX', 'cardboard');
  const found = await findSandbox();
  expect(found).toMatchObject({
    found: false,
    reason: expect.stringContaining('cardboard'),
    install: expect.any(String),
  });
});

test('the machine is looked at once', () => {
  expect(findSandbox()).toBe(findSandbox());
});

test.each(['bubblewrap', 'unshare'] as const)('with a wish for %s there is that one or none', async (id) => {
  vi.stubEnv('PLIMSOLL_SANDBOX', id);
  const found = await findSandbox();
  expect(found.found ? found.sandbox.id : found.reason).toMatch(id);
});
