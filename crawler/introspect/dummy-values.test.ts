import { describe, expect, it } from 'vitest';
import { makeDummyValue } from './dummy-values.ts';

describe('makeDummyValue', () => {
  it.each([
    ['BARN_URL', /^https:\/\/dummy\.invalid$/],
    ['DATABASE_URL', /^postgresql:\/\//],
    ['REDIS_URL', /^redis:/],
    ['CONTACT_EMAIL', /^[^@]+@example\.com$/],
    ['BARN_PORT', /^\d+$/],
    ['BARN_HOST', /^dummy\.invalid$/],
    ['FIELD_PATH', /^\/home\/plimsoll$/],
    ['BARN_API_KEY', /^[a-z0-9]{20,}$/],
    ['TENANT_UUID', /^[0-9a-f]{8}-/],
    ['FIELD_ID', /^\d+$/],
    ['COLOUR', /^dummy$/],
  ])('gives %s a value of its kind', (name, pattern) => {
    expect(makeDummyValue(name)).toMatch(pattern);
  });

  it('begins as the server demands', () => {
    expect(makeDummyValue('BARN_API_KEY', 'hay-')).toMatch(/^hay-[a-z0-9]{20,}$/);
    expect(makeDummyValue('BARN_URL', 'https://')).toBe('https://dummy.invalid');
  });
});
