/** Whether what is handed over is looked at and not run: "Validate a query", "Format this script". */
import type { Claim } from '../reading/claims.ts';
import type { Reading } from '../reading/subject.ts';

const isLead = ({ place, denied }: Claim) => place === 'lead' && !denied;

/** True where name and description turn on such verbs alone, and neither says in the same breath that anything is run. */
export function examinesInput({ name, description }: Pick<Reading, 'name' | 'description'>): boolean {
  const spoken = [...name.claims, ...(description?.claims.filter(({ part }) => part === 'main') ?? [])];
  const leads = spoken.filter(isLead);
  // “Explains what a command would do, without running it.”
  const isPromised = description?.phrases.some(({ kind, denied }) => kind === 'previews' && !denied) ?? false;
  if (isPromised && leads.length > 0) return leads.every(({ effect }) => effect === 'read' || effect === 'compute');
  const isRun = spoken.some(({ effect, place, denied }) => effect === 'run' && place !== 'aside' && !denied);
  return !isRun && leads.length > 0 && leads.every(({ effect, strong }) => effect === 'compute' && strong);
}
