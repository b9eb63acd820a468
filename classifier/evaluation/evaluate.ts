/** The whole evaluation of a classifier on labelled tools. */
import type { Evaluation, GroupFigures } from '../../schema/evaluation.ts';
import { LabelledCategory, type LabelledTool } from '../../schema/labelled-tool.ts';
import { type BootstrapOptions, estimateFigures, usualBootstrap } from './bootstrap.ts';
import { type DefinitionPart, findParts, listAblations } from './definition-parts.ts';
import type { Judged } from './labelled-row.ts';
import { calibrationCurve, countConfusion, scoreCategory, unambiguous } from './metrics.ts';

export interface EvaluateOptions {
  /** ISO 8601 date. */
  date: string;
  about: string;
  model: string;
  /** Classifies with the given parts of the definition alone. */
  judge: (row: LabelledTool, parts: ReadonlySet<DefinitionPart>) => Judged;
  /** The parts that the classifier is shown at all. */
  parts: ReadonlySet<DefinitionPart>;
  /** Whether to measure with parts left out as well. */
  ablate: boolean;
  bootstrap?: BootstrapOptions;
}

export interface Evaluated {
  evaluation: Evaluation;
  /** Every row with its answer, in the order given. */
  judged: Judged[];
}

/** Group name → rows; a row may be in several groups. The largest group first. */
function measureGroups(
  judged: readonly Judged[],
  groupsOf: (row: LabelledTool) => readonly string[],
  bootstrap: BootstrapOptions,
): GroupFigures[] {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) {
    for (const title of new Set(groupsOf(one.row))) {
      const group = groups.get(title);
      if (group === undefined) groups.set(title, [one]);
      else group.push(one);
    }
  }
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([title, rows]) => ({ title, tools: rows.length, figures: estimateFigures(rows, bootstrap) }));
}

export function evaluateRows(rows: readonly LabelledTool[], options: EvaluateOptions): Evaluated {
  const { date, about, model, judge, parts, bootstrap = usualBootstrap } = options;
  const judged = rows.map((row) => judge(row, parts));
  const confusion = countConfusion(unambiguous(judged));
  const scores = LabelledCategory.options.map((category) => [category, scoreCategory(confusion, category)] as const);
  const shown = findParts(rows).filter((part) => parts.has(part));
  const ablations = options.ablate ? listAblations(shown) : [];
  const evaluation: Evaluation = {
    date,
    about,
    model,
    tools: rows.length,
    servers: new Set(rows.map(({ server, family }) => server ?? family)).size,
    families: new Set(rows.map(({ family }) => family)).size,
    figures: estimateFigures(judged, bootstrap),
    categories: Object.fromEntries(scores) as Evaluation['categories'], // one entry for every category, made above
    confusion,
    calibration: calibrationCurve(judged),
    byTag: measureGroups(judged, ({ tags }) => (tags.length > 0 ? tags : ['untagged']), bootstrap),
    byPick: measureGroups(judged, ({ pick }) => (pick === undefined ? [] : [pick]), bootstrap),
    ablation: ablations.map(({ title, parts: left }) => ({
      title,
      figures: estimateFigures(
        rows.map((row) => judge(row, left)),
        bootstrap,
      ),
    })),
  };
  return { evaluation, judged };
}
