/** An evaluation as a person reads it on a terminal. */
import type { Judged } from '../../classifier/evaluation/labelled-row.ts';
import {
  type Evaluation,
  type Figure,
  type FigureId,
  figureIds,
  figureTexts,
  type GroupFigures,
} from '../../schema/evaluation.ts';
import { rankedCategories } from '../../schema/taxonomy.ts';
import { type Column, renderTable } from './table.ts';
import { bold, dim, oneLine, plural } from './terminal-text.ts';

const right = 'right' as const;

function columns(...titles: [first: string, ...rest: string[]]): Column[] {
  const [first, ...rest] = titles;
  return [{ title: dim(first) }, ...rest.map((title) => ({ title: dim(title), align: right }))];
}

/** Scores as 0.914, shares as 91.4 %. */
function showValue(id: FigureId, value: number | null): string {
  if (value === null) return '–';
  const isScore = id === 'macroF1' || id === 'macroF1Lenient' || id === 'calibrationError';
  return isScore ? value.toFixed(3) : `${(100 * value).toFixed(1)} %`;
}

function showInterval(id: FigureId, { low, high }: Figure): string {
  return low === null || high === null ? '' : `${showValue(id, low)} to ${showValue(id, high)}`;
}

export function renderEvaluation(evaluation: Evaluation, by: 'tag' | 'pick' | undefined): string {
  const { tools, servers, families, about, model } = evaluation;
  const sections = [
    `${bold(`${plural(tools, 'tool')} of ${plural(servers, 'server')}${servers === families ? '' : ` in ${plural(families, 'family', 'families')}`}`)}  ${dim(oneLine(`${about}, judged by ${model}`, 120))}`,
    renderFigures(evaluation),
    renderCategories(evaluation),
    renderConfusion(evaluation),
    renderCalibration(evaluation),
    ...(by === 'tag' ? [renderGroups('By tag', evaluation.byTag)] : []),
    ...(by === 'pick' ? [renderGroups('By how the tool was picked', evaluation.byPick)] : []),
    ...(evaluation.ablation.length > 0 ? [renderAblation(evaluation)] : []),
  ];
  return `\n${sections.join('\n\n')}\n`;
}

function section(title: string, table: string): string {
  return `${bold(title)}\n${table.replace(/^/gm, '  ')}`;
}

function renderFigures({ figures, categories }: Evaluation): string {
  const rows = figureIds.map((id) => [
    figureTexts[id].title,
    bold(showValue(id, figures[id].value)),
    showInterval(id, figures[id]),
    `${figures[id].of.toLocaleString('en')} ${figureTexts[id].over}`,
  ]);
  const table = renderTable([...columns('', '', '95 % interval'), { title: dim('over') }], rows);
  return section('Figures', table) + noteAbsent(categories);
}

/** A mean over four categories says little where one of them never occurs. */
function noteAbsent(categories: Evaluation['categories']): string {
  const absent = rankedCategories.filter((category) => categories[category].labelled === 0);
  if (absent.length === 0) return '';
  return `\n  ${dim(`No tool is clearly labelled ${absent.join(' or ')}, so macro-F1 says little here.`)}`;
}

function renderCategories({ categories }: Evaluation): string {
  const rows = rankedCategories.map((category) => {
    const { precision, recall, f1, labelled } = categories[category];
    return [category, showValue('right', precision), showValue('right', recall), f1.toFixed(3), String(labelled)];
  });
  return section('Each category', renderTable(columns('', 'precision', 'recall', 'F1', 'labelled'), rows));
}

function renderConfusion({ confusion }: Evaluation): string {
  const answers = [...rankedCategories, 'unclassified'] as const;
  const rows = rankedCategories.map((label) => [
    label,
    ...answers.map((answer) => {
      const count = confusion[label][answer];
      return answer === label ? bold(String(count)) : count === 0 ? dim('·') : String(count);
    }),
  ]);
  return section('What was labelled (down) and what was answered (across)', renderTable(columns('', ...answers), rows));
}

/** One line per bin: what was said, what came true. */
function renderCalibration({ calibration }: Evaluation): string {
  const rows = calibration.map(({ from, to, rows: count, meanConfidence, accuracy }) => [
    `${from.toFixed(1)} to ${to.toFixed(1)}`,
    showValue('right', meanConfidence),
    showValue('right', accuracy),
    String(count),
  ]);
  return section('Confidence', renderTable(columns('', 'said', 'came true', 'tools'), rows));
}

const compared = ['right', 'underRanked', 'overFlagged', 'riskRight', 'needsReview'] as const;

function renderGroups(title: string, groups: readonly GroupFigures[]): string {
  if (groups.length === 0) return `${bold(title)}\n  ${dim('no tool says')}`;
  const rows = groups.map((group) => [
    oneLine(group.title, 40),
    String(group.tools),
    ...compared.map((id) => showValue(id, group.figures[id].value)),
  ]);
  const heads = columns('', 'tools', 'right', 'under-ranked', 'over-flagged', 'risk right', 'review');
  return section(title, renderTable(heads, rows));
}

function renderAblation({ ablation }: Evaluation): string {
  const rows = ablation.map(({ title, figures }) => [
    title,
    showValue('macroF1', figures.macroF1.value),
    dim(showInterval('macroF1', figures.macroF1)),
    ...compared.slice(1).map((id) => showValue(id, figures[id].value)),
  ]);
  const heads = columns('', 'macro-F1', '', 'under-ranked', 'over-flagged', 'risk right', 'review');
  return section('What each part of the definition is worth', renderTable(heads, rows));
}

export function renderMisses(missed: readonly Judged[]): string {
  const rows = missed.map(({ row, answer }) => [
    oneLine(row.tool, 44),
    oneLine(row.server ?? '', 36),
    [row.category, ...row.also].join(' or '),
    answer.category,
    answer.confidence.toFixed(2),
  ]);
  const heads = ['', 'server', 'labelled', 'answered', 'confidence'].map((title) => ({ title: dim(title) }));
  const title = `Wrong categories (${missed.length})`;
  return `\n${section(title, renderTable(heads, rows))}\n`;
}
