// Made by `npm run generate` from data/classifier/llm-models.yaml. Do not edit.
import type { KnownModel } from './cost.ts';

export const priceList = {
  "asOf": "2026-10-24",
  "source": "https://platform.claude.com/docs/en/about-claude/pricing",
  "batchShare": 0.5
} as const;

export const knownModels: ReadonlyMap<string, KnownModel> = new Map([
  [
    "claude-sonnet-5-5",
    {
      "input": 2,
      "output": 10,
      "cacheWrite5m": 2.5,
      "cacheWrite1h": 4,
      "cacheRead": 0.1,
      "effort": true
    }
  ],
  [
    "claude-sonnet-5",
    {
      "input": 2,
      "output": 10,
      "cacheWrite5m": 2.5,
      "cacheWrite1h": 4,
      "cacheRead": 0.2,
      "effort": true
    }
  ],
  [
    "claude-sonnet-4-6",
    {
      "input": 3,
      "output": 15,
      "cacheWrite5m": 3.75,
      "cacheWrite1h": 6,
      "cacheRead": 0.3,
      "effort": true
    }
  ],
  [
    "claude-haiku-5-5",
    {
      "input": 0.1,
      "output": 0.5,
      "cacheWrite5m": 0.125,
      "cacheWrite1h": 0.2,
      "cacheRead": 0.01,
      "effort": true
    }
  ],
  [
    "claude-haiku-4-5",
    {
      "input": 1,
      "output": 5,
      "cacheWrite5m": 1.25,
      "cacheWrite1h": 2,
      "cacheRead": 0.1,
      "effort": false
    }
  ],
  [
    "claude-opus-5-5",
    {
      "input": 4,
      "output": 20,
      "cacheWrite5m": 5,
      "cacheWrite1h": 8,
      "cacheRead": 0.2,
      "effort": true
    }
  ],
  [
    "claude-opus-5",
    {
      "input": 5,
      "output": 25,
      "cacheWrite5m": 6.25,
      "cacheWrite1h": 10,
      "cacheRead": 0.5,
      "effort": true
    }
  ]
]);
