/**
 * Chooses among the sets of facets that the evidence allows the one whose risk the model finds likeliest. The risk still comes
 * out of the table alone, so that badge and words cannot disagree.
 */
import { type Facets, type Risk, riskRank } from '../../schema/taxonomy.ts';
import type { Examined, Whole } from '../examine.ts';
import { classesAmong } from '../reading/lexicon.ts';
import { rateRisk } from '../risk.ts';
import type { Indication } from '../signals/define-signal.ts';
import { isOfKind } from '../signals/parameter-kinds.ts';
import { evidenceOf } from '../signals/run-signals.ts';

interface Choice {
  facets: Facets;
  movesMoney: boolean;
  risk: Risk;
  why: string;
}

interface Traces {
  /** Facts that are mentioned anywhere, in passing too. */
  facts: ReadonlySet<Indication>;
  about: ReadonlySet<string>;
  takesRole: boolean;
}

function findTraces({ observations, reading }: Examined): Traces {
  const words = reading.description?.words.slice(0, 60).map(({ text }) => text) ?? [];
  return {
    facts: new Set(observations.all.map(({ indicates }) => indicates)),
    about: classesAmong([...reading.name.words.map(({ text }) => text), ...words]),
    takesRole: reading.parameters.list.some((parameter) => isOfKind(parameter, 'role')),
  };
}

type Change = Partial<Facets> & { movesMoney?: boolean };

function changesOfRead({ facts, about }: Traces): Change[] {
  const isSecret = facts.has('touches-credentials') || about.has('credential') || about.has('weak-credential');
  const isPersonal = facts.has('touches-personal-data') || about.has('personal');
  const sensitivity = isSecret ? 'credentials' : isPersonal ? 'pii' : 'user';
  const isFetched = about.has('web') && !isSecret && !isPersonal;
  return [{ sensitivity: 'none', destination: 'internal' }, isFetched ? { destination: 'public' } : { sensitivity }];
}

function changesOfWrite({ facts, about, takesRole }: Traces): Change[] {
  const plain: Change = { outcome: 'consequential', power: 'none', sensitivity: 'none' };
  // Whose file is replaced is up to the caller, however slight the occasion.
  const changes: Change[] = facts.has('writes-file') ? [plain] : [{ ...plain, outcome: 'benign' }, plain];
  if (takesRole || about.has('access-control') || facts.has('changes-access')) changes.push({ power: 'permissions' });
  if (facts.has('touches-credentials') || about.has('credential')) changes.push({ sensitivity: 'credentials' });
  if (facts.has('overwrites') || (about.has('file') && facts.has('accepts-path')))
    changes.push({ outcome: 'irreversible' });
  if (about.has('runnable-definition') || facts.has('accepts-code')) changes.push({ power: 'arbitrary-code' });
  return changes;
}

function changesOfExecute({ facts, about }: Traces): Change[] {
  const isScreen = facts.has('actuates') || about.has('screen') || about.has('player');
  const changes: Change[] = [
    ...(isScreen ? [{ outcome: 'benign', power: 'none', movesMoney: false } as const] : []),
    { outcome: 'consequential', power: 'lifecycle', destination: 'internal', movesMoney: false },
    isScreen
      ? { outcome: 'consequential', power: 'none', destination: 'system', movesMoney: false }
      : { outcome: 'consequential', power: 'lifecycle', destination: 'ephemeral', movesMoney: false },
  ];
  const takesCode = (['accepts-code', 'accepts-shell', 'accepts-sql'] as const).some((fact) => facts.has(fact));
  if (takesCode || ['code', 'shell', 'sql', 'database'].some((noun) => about.has(noun)))
    changes.push({ power: 'arbitrary-code' });
  if (facts.has('moves-money')) changes.push({ movesMoney: true });
  return changes;
}

function changesOfDestructive({ facts, about }: Traces): Change[] {
  const plain: Change = { power: 'none', sensitivity: 'none', scope: 'one' };
  const changes: Change[] = [
    { ...plain, outcome: 'benign' },
    { ...plain, outcome: 'consequential' },
    { ...plain, outcome: 'irreversible' },
  ];
  if (facts.has('reaches-many') || about.has('store') || about.has('evidence'))
    changes.push({ outcome: 'irreversible', scope: 'all' });
  return changes;
}

/** Risks that facts fix: secrets, access, a command line, code, a statement, a stored program or money are never talked down. */
function isFixed({ observations }: Examined, { category, facets, movesMoney, risk }: Whole): boolean {
  if (category === 'write' && facets.power === 'arbitrary-code') return true;
  if (facets.sensitivity === 'credentials' || facets.sensitivity === 'regulated') return true;
  if (facets.power === 'permissions') return true;
  if (risk !== 'critical') return false;
  const takenFromCaller = ['accepts-code', 'accepts-shell', 'accepts-sql'] as const;
  return (
    movesMoney ||
    takenFromCaller.some((indication) => evidenceOf(observations, indication, 'main').length > 0) ||
    observations.all.some(({ source }) => source !== undefined)
  );
}

const changesOf = {
  read: changesOfRead,
  write: changesOfWrite,
  execute: changesOfExecute,
  destructive: changesOfDestructive,
} as const;

// A risk set too low costs more than one set too high.
const costs: Readonly<Record<Risk, number>> = { low: 1, medium: 1.1, high: 1.3, critical: 2, unrated: 0 };

/** `whole` is already of the category that was settled on. */
export function settleFacets(examined: Examined, whole: Whole, risks: readonly number[]): Whole {
  const { category, facets, movesMoney } = whole;
  if (category === 'unclassified' || isFixed(examined, whole)) return whole;
  const weigh = (risk: Risk) => (risks[riskRank(risk)] ?? 0) * costs[risk];
  let best: { choice: Choice; score: number } = { choice: whole, score: weigh(whole.risk) };
  for (const { movesMoney: money = movesMoney, ...change } of changesOf[category](findTraces(examined))) {
    const changed = { ...facets, ...change };
    const rated = rateRisk(category, changed, money);
    const isFarBelow = riskRank(rated.risk) < riskRank(whole.risk) - 1;
    if (isFarBelow || rated.risk === best.choice.risk) continue;
    const score = weigh(rated.risk);
    if (score > best.score) best = { choice: { facets: changed, movesMoney: money, ...rated }, score };
  }
  return { ...whole, ...best.choice, category };
}
