/** The language model of one command: opened where it was asked for, with the key from the environment, and accounted for at the end. */
import path from 'node:path';
import type { LlmClassifier, LlmReport } from '../classifier/llm/index.ts';
import { exitCodes } from './exit-codes.ts';
import { oneLine, plural } from './render/terminal-text.ts';
import { stateFolder } from './standpoint.ts';
import { UsageError } from './usage-error.ts';

export interface LlmChoice {
  classifier?: 'local' | 'auto' | 'llm';
  model?: string;
  /** US dollars. */
  maxCost?: number;
}

/** Undefined for the local classifier. @throws UsageError where there is no key */
export async function openChosenLlm(choice: LlmChoice, signal: AbortSignal): Promise<LlmClassifier | undefined> {
  const { classifier: mode = 'local', model, maxCost } = choice;
  if (mode === 'local') {
    if (model !== undefined || maxCost !== undefined)
      throw new UsageError('--model and --max-cost go with --classifier auto or llm');
    return undefined;
  }
  if (!process.env.ANTHROPIC_API_KEY)
    throw new UsageError(`--classifier ${mode} asks a language model; set ANTHROPIC_API_KEY, or leave the option out`);
  // Loaded here, since the local classifier has no use for the SDK and its start-up time.
  const { openLlmClassifier } = await import('../classifier/llm/index.ts');
  return openLlmClassifier({
    mode,
    cacheFolder: path.join(stateFolder(), 'cache', 'llm'),
    signal,
    ...(model === undefined ? {} : { model }),
    ...(maxCost === undefined ? {} : { maxCost }),
  });
}

export function renderLlmReport(report: LlmReport): string {
  const { chosen, subjects, cached, asked, requests, agreed, raised, lowered, kept, stopped, notes } = report;
  const lines = [
    `The language model (${oneLine(report.model, 60)}) was to look at ${chosen} of ${plural(subjects, 'tool')}: ${cached} from the cache, ${asked} to ask, ${requests === 0 ? 'nothing sent' : `in ${plural(requests, 'request')}`}.`,
    `  ${agreed} agreed, ${raised} raised, ${lowered} lowered, ${kept} kept as they were; cost ${dollars(report.cost)} (estimated ${dollars(report.estimatedCost)}), prices of ${report.pricesAsOf}`,
    ...(stopped === undefined
      ? []
      : [
          `  It stopped: ${oneLine(stopped.message, 300)} What it did not answer stands as the local classifier judged it.`,
        ]),
    ...notes.slice(0, 5).map((note) => `  ${oneLine(note, 200)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** What the person asked for did not happen for some tools, so the run cannot be called concluded. */
export function llmExitCode({ stopped }: LlmReport): number {
  return stopped === undefined ? exitCodes.done : exitCodes.inconclusive;
}

function dollars(amount: number | undefined): string {
  return amount === undefined ? 'unknown' : `$${amount.toFixed(amount < 0.1 ? 4 : 2)}`;
}
