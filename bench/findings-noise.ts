/**
 * How often each definition finding is made, per 1,000 tools, with a few of the tools to look at: `node bench/findings-noise.ts FILE
 * [--show N]`. FILE is JSON lines, gzipped or not.
 */
import { parseArgs } from 'node:util';
import { classifyTool } from '../classifier/index.ts';
import type { DefinitionFinding } from '../schema/verdict.ts';
import { readTools } from './input/read-tools.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'string', default: '5' } },
});

interface Tally {
  severity: DefinitionFinding['severity'];
  tools: string[];
}

async function tallyFindings(file: string): Promise<{ total: number; flagged: number; tallies: Map<string, Tally> }> {
  const tallies = new Map<string, Tally>();
  const tools = await readTools(file);
  let flagged = 0;
  for (const { id, server, definition } of tools) {
    const given = server === undefined ? {} : { server: { id: server, name: server } };
    const findings = new Map(classifyTool({ id, definition, ...given }).findings.map((one) => [one.id, one.severity]));
    if ([...findings.values()].some((severity) => severity !== 'note')) flagged += 1;
    for (const [finding, severity] of findings) {
      const key = `${finding} (${severity})`;
      const tally = tallies.get(key);
      if (tally === undefined) tallies.set(key, { severity, tools: [id] });
      else tally.tools.push(id);
    }
  }
  return { total: tools.length, flagged, tallies };
}

/** Evenly spread over all of them, so that the sample is the same at every run. */
function sample(ids: readonly string[], count: number): string[] {
  const step = Math.max(1, ids.length / count);
  return Array.from({ length: Math.min(count, ids.length) }, (_, index) => ids[Math.floor(index * step)] ?? '');
}

const [file] = positionals;
if (file === undefined) {
  process.stderr.write('usage: node bench/findings-noise.ts FILE [--show N]\n');
  process.exitCode = 2;
} else {
  const { total, flagged, tallies } = await tallyFindings(file);
  const rate = (count: number) => ((1000 * count) / total).toFixed(1).padStart(6);
  const lines = [...tallies]
    .sort(([, a], [, b]) => b.tools.length - a.tools.length)
    .map(([key, { tools }]) => {
      const shown = sample(tools, Number(values.show)).join(' ');
      return `  ${key.padEnd(36)} ${String(tools.length).padStart(5)} ${rate(tools.length)} per 1,000   ${shown}`;
    });
  process.stdout.write(
    `${total.toLocaleString('en')} tools, ${flagged} with a warning or an alarm (${rate(flagged).trim()} per 1,000)\n${lines.join('\n')}\n`,
  );
}
