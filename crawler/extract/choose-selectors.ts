/** Of the branches around a call, the one that says which operation of the tool it belongs to. */
import type { Selector } from '../../schema/verdict.ts';

const operation = /(^|\/|_)(action|operation|op|method|mode|command|cmd|subcommand|verb|task|kind|type)$/i;
const maxValues = 20;

/**
 * `branches` outermost first, each the values of one argument that lead into it. Where several arguments decide, the innermost
 * that is named like an operation counts, else the outermost.
 */
export function chooseSelectors(branches: readonly (readonly Selector[])[]): Selector[] {
  const some = branches.filter((branch) => branch.length > 0);
  const chosen = some.findLast(([first]) => first && operation.test(first.path)) ?? some[0] ?? [];
  return chosen.slice(0, maxValues);
}

/** Both hold: undefined where they cannot, so that what stands there is never reached. */
export function joinSelectors(outer: readonly Selector[], inner: readonly Selector[]): Selector[] | undefined {
  if (outer.length === 0 || inner.length === 0 || outer[0]?.path !== inner[0]?.path)
    return chooseSelectors([outer, inner]);
  const both = outer.filter(({ value }) => inner.some((one) => one.value === value));
  return both.length === 0 ? undefined : both;
}

/** Undefined where every value that could lead there takes another branch. */
export function withoutRefused(
  selectors: readonly Selector[] | undefined,
  refused: readonly Selector[],
): Selector[] | undefined {
  const left = selectors?.filter((one) => !refused.some(({ path, value }) => path === one.path && value === one.value));
  return left?.length === 0 && selectors?.length !== 0 ? undefined : left;
}
