/** `plimsoll evaluate FILE`: how the classifier does on labelled tools. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type DefinitionPart, definitionParts } from '../../classifier/evaluation/definition-parts.ts';
import { evaluateRows } from '../../classifier/evaluation/evaluate.ts';
import { judgeRow } from '../../classifier/evaluation/judge-rows.ts';
import { isMissed, type Judged } from '../../classifier/evaluation/labelled-row.ts';
import { localModel } from '../../classifier/index.ts';
import type { LlmReport } from '../../classifier/llm/index.ts';
import type { Evaluation, FigureId } from '../../schema/evaluation.ts';
import { askAboutRows } from '../ask-about-rows.ts';
import { exitCodes } from '../exit-codes.ts';
import { type LlmChoice, llmExitCode } from '../llm-classifier.ts';
import { readLabelledTools, type UnreadLine } from '../read-labelled-tools.ts';
import { renderEvaluation, renderMisses } from '../render/evaluation.ts';
import { renderLlmReport } from '../render/llm.ts';
import { oneLine, plural } from '../render/terminal-text.ts';
import { resolvePath } from '../standpoint.ts';
import { UsageError } from '../usage-error.ts';

/** A bound on one figure. */
export interface FigureLimit {
  figure: FigureId;
  value: number;
}

export interface EvaluateCommandOptions extends LlmChoice {
  by?: 'tag' | 'pick';
  ablate?: boolean;
  without?: DefinitionPart[];
  misses?: boolean;
  failUnder?: FigureLimit[];
  failOver?: FigureLimit[];
  about?: string;
  write?: string;
  json?: boolean;
}

/** Lines that cannot be read end it with 3, after the report on the rest; a figure beyond its limit ends it with 1. */
export async function evaluateCommand(file: string, options: EvaluateCommandOptions): Promise<number> {
  const { rows, unread } = await readLabelledTools(file);
  if (rows.length === 0) throw new UsageError(`${file} holds no labelled tool${firstFault(unread)}`);
  const parts = new Set(definitionParts.filter((part) => !options.without?.includes(part)));
  const asked = await askAboutRows(rows, parts, options);
  if (asked === 'estimated') return exitCodes.done;
  const { evaluation, judged } = evaluateRows(rows, {
    date: new Date().toISOString().slice(0, 10),
    about: options.about ?? path.basename(file),
    model: asked?.model ?? localModel,
    judge: asked?.judge ?? judgeRow,
    parts,
    ablate: asked === undefined && (options.ablate === true || options.write !== undefined),
  });
  const missed = judged.filter(isMissed);
  process.stdout.write(
    options.json
      ? toJson(evaluation, unread, options.misses ? missed : undefined, asked?.report)
      : toText(evaluation, missed, options),
  );
  if (options.write !== undefined)
    await writeFile(resolvePath(options.write), `${JSON.stringify(evaluation, roundNumber, 2)}\n`);
  for (const { line, error } of unread) process.stderr.write(`plimsoll: line ${line}: ${oneLine(error, 200)}\n`);
  const beyond = findBeyond(evaluation, options);
  for (const complaint of beyond.complaints) process.stderr.write(`plimsoll: ${complaint}\n`);
  if (asked !== undefined) process.stderr.write(renderLlmReport(asked.report));
  if (unread.length > 0 || beyond.isUnknown) return exitCodes.inconclusive;
  if (asked !== undefined && llmExitCode(asked.report) !== exitCodes.done) return exitCodes.inconclusive;
  return beyond.complaints.length > 0 ? exitCodes.findings : exitCodes.done;
}

/** Six places: more would say nothing, and make every difference in the file a long one. */
function roundNumber(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(6)) : value;
}

function firstFault([first]: readonly UnreadLine[]): string {
  return first === undefined ? '' : `; line ${first.line}: ${oneLine(first.error, 200)}`;
}

function toText(evaluation: Evaluation, missed: readonly Judged[], { by, misses }: EvaluateCommandOptions): string {
  return renderEvaluation(evaluation, by) + (misses ? renderMisses(missed) : '');
}

function toJson(
  evaluation: Evaluation,
  unread: readonly UnreadLine[],
  missed: readonly Judged[] | undefined,
  llm: LlmReport | undefined,
): string {
  const misses = missed?.map(({ row: { id, server, tool, category, also, risk }, answer }) => ({
    id,
    server,
    tool,
    labelled: { category, also, risk },
    answered: answer,
  }));
  return `${JSON.stringify({ ...evaluation, unread, llm, ...(misses === undefined ? {} : { misses }) })}\n`;
}

/** A figure that nothing could be counted for is beyond no limit and within none. */
function findBeyond(
  { figures }: Evaluation,
  { failUnder = [], failOver = [] }: EvaluateCommandOptions,
): { complaints: string[]; isUnknown: boolean } {
  const complaints: string[] = [];
  let isUnknown = false;
  const check = ({ figure, value: limit }: FigureLimit, isBeyond: (value: number) => boolean, word: string) => {
    const { value, of } = figures[figure];
    if (value === null) {
      isUnknown = true;
      complaints.push(`${figure} has no value: ${plural(of, 'row')} to count`);
    } else if (isBeyond(value)) complaints.push(`${figure} is ${value.toFixed(4)}, ${word} ${limit}`);
  };
  for (const limit of failUnder) check(limit, (value) => value < limit.value, 'under');
  for (const limit of failOver) check(limit, (value) => value > limit.value, 'over');
  return { complaints, isUnknown };
}
