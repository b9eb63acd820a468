/**
 * The catalogue site. Set by the environment, so that one checkout can build any catalogue anywhere:
 * `PLIMSOLL_DB` (the SQLite file; read by the pages), `PLIMSOLL_SITE_OUT` (folder to write), `PLIMSOLL_SITE_BASE` (path the site
 * is served under, `/` unless set).
 */
import path from 'node:path';
import { defineConfig } from 'astro/config';

const out = process.env.PLIMSOLL_SITE_OUT;

export default defineConfig({
  output: 'static',
  base: process.env.PLIMSOLL_SITE_BASE ?? '/',
  trailingSlash: 'always',
  // Loses no space between two words; the default does.
  compressHTML: true,
  ...(out ? { outDir: path.resolve(out) } : {}),
  build: { concurrency: 4, format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: {
    // The pages are rendered from a bundle that stands outside Astro's own folder, where a package it needs may be missing or be
    // there in another version; so nothing is left to be looked up from there.
    environments: { prerender: { resolve: { noExternal: true } } },
    // Nothing is inlined into a page, so that the content security policy can do without `unsafe-inline`.
    build: { assetsInlineLimit: 0 },
  },
});
