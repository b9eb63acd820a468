/** Holds the server's own hints against the verdict. Declared true, declared false and not declared are three different things. */
import type { Category, Facets } from '../schema/taxonomy.ts';
import type { Hint, JsonObject } from '../schema/tool-definition.ts';
import type { AnnotationAudit } from '../schema/verdict.ts';
import { isLibraryDefault } from './signals/library-default.ts';

type Audited = Exclude<Hint, 'idempotentHint'>;

/** What the verdict would have the author declare. What is not known is declared at its darkest, as the specification does. */
function suggest(category: Category, facets: Facets): Record<Audited, boolean> {
  const isKnown = category !== 'unclassified';
  const reachesOut =
    facets.destination === 'public' ||
    facets.untrustedOutput ||
    facets.openInput.some(({ accepts }) => accepts === 'url' || accepts === 'shell' || accepts === 'code');
  return {
    readOnlyHint: category === 'read',
    destructiveHint:
      !isKnown ||
      category === 'destructive' ||
      facets.power === 'arbitrary-code' ||
      (category !== 'read' && facets.outcome === 'irreversible'),
    openWorldHint: !isKnown || reachesOut,
  };
}

/** A hint darker than the verdict is caution, and no contradiction; only `readOnlyHint` is wrong in either direction. */
function contradicts(hint: Audited, declared: boolean, suggested: boolean, category: Category): boolean {
  if (declared === suggested || category === 'unclassified') return false;
  if (hint === 'readOnlyHint') return true;
  if (hint === 'destructiveHint') return declared ? category === 'read' : category === 'destructive';
  return false;
}

const audited: readonly Audited[] = ['readOnlyHint', 'destructiveHint', 'openWorldHint'];

export function auditAnnotations(
  annotations: JsonObject | undefined,
  category: Category,
  facets: Facets,
): Partial<Record<Hint, AnnotationAudit>> {
  const suggestions = suggest(category, facets);
  const isStated = annotations !== undefined && !isLibraryDefault(annotations);
  const audits: Partial<Record<Hint, AnnotationAudit>> = {};
  for (const hint of audited) {
    const raw = annotations?.[hint];
    const declared = typeof raw === 'boolean' ? raw : null;
    const suggested = suggestions[hint];
    const state =
      declared === null
        ? 'missing'
        : isStated && contradicts(hint, declared, suggested, category)
          ? 'contradicts'
          : 'agrees';
    audits[hint] = { declared, state, suggested };
  }
  return audits;
}
