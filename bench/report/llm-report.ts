/** Prints what asking a language model came to. */
import type { LlmReport } from '../../classifier/llm/index.ts';

export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

const dollars = (amount: number | undefined) => (amount === undefined ? 'unknown' : `$${amount.toFixed(4)}`);

export function printReport(title: string, report: LlmReport): void {
  const { tokens, outcomes, stopped } = report;
  print(`\n${title}`);
  print(
    `  tools ${report.subjects}, asked about ${report.asked}, from the cache ${report.cached}, requests ${report.requests}`,
  );
  print(
    `  outcomes ${
      Object.entries(outcomes)
        .map(([kind, count]) => `${kind} ${count}`)
        .join(', ') || 'none'
    }`,
  );
  print(
    `  agreed ${report.agreed}, raised ${report.raised}, lowered ${report.lowered}, kept against the model ${report.kept}`,
  );
  print(
    `  tokens in ${tokens.input}, out ${tokens.output}, written to cache ${tokens.cacheWrite5m + tokens.cacheWrite1h}, read from cache ${tokens.cacheRead}`,
  );
  print(
    `  estimated ${dollars(report.estimatedCost)}, cost ${dollars(report.cost)}, unsettled ${dollars(report.unsettledCost)} (prices of ${report.pricesAsOf})`,
  );
  if (stopped) print(`  stopped: ${stopped.message}`);
}
