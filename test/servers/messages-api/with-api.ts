/** A local API and a cache folder for the length of one test. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { classifyWithModel, type LlmOptions, type LlmResult } from '../../../classifier/llm/index.ts';
import type { Subject } from '../../../classifier/subject.ts';
import { type MessagesApi, type Script, startMessagesApi } from './index.ts';

export interface TestBed {
  api: MessagesApi;
  folder: string;
  /** Everything is asked about unless `options` say otherwise, and nothing is waited for longer than a moment. */
  classify(subjects: readonly Subject[], options?: Partial<LlmOptions>): Promise<LlmResult>;
}

const impatient = { firstWaitMs: 1, longestWaitMs: 20, pollMs: 2, timeoutMs: 5_000 };

export async function withApi(script: Script, run: (bed: TestBed) => Promise<void>): Promise<void> {
  const api = await startMessagesApi(script);
  const folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-llm-'));
  try {
    await run({
      api,
      folder,
      classify: (subjects, options = {}) =>
        classifyWithModel(subjects, {
          mode: 'llm',
          cacheFolder: folder,
          client: { baseURL: api.url, apiKey: 'test-key' },
          ...options,
          patience: { ...impatient, ...options.patience },
        }),
    });
  } finally {
    await api.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A tool of the server `depot`, which is invented. */
export function toolOf(
  name: string,
  description?: string,
  more: Record<string, unknown> = {},
  server = 'depot',
): Subject {
  return {
    id: name,
    definition: { name, ...(description === undefined ? {} : { description }), ...more },
    server: { id: `pkg:npm/${server}`, name: server },
  };
}

/** Six tools of six servers: a request each. */
export const batchTools: readonly Subject[] = Array.from({ length: 6 }, (_, index) =>
  toolOf('get_crate', 'Gets a crate.', { index }, `server-${index}`),
);
