import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{schema,classifier,policy,crawler,catalogue,indexer,cli,site,data,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    setupFiles: ['test/refuse-network.ts', 'test/property-seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
