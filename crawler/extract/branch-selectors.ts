/** With which value of a parameter a place in a handler is reached, by the `if`, `switch`, `match` and `when` around it. */
import type { Selector } from '../../schema/verdict.ts';
import { type Asking, readCaseValues, readConditionValues } from './branch-values.ts';
import { chooseSelectors } from './choose-selectors.ts';
import { ancestorsOf, childAt, type SyntaxNode, textOf } from './syntax-tree.ts';

const choices = new Set(['if_statement', 'if_expression', 'conditional_expression', 'ternary_expression']);
const endings = /^(break|return|throw|continue|yield)_statement$/;
const patterns = /pattern$|^discard$/;

/** One selector per value that leads there; empty where every value does, or where that cannot be told. */
export function branchSelectors(node: SyntaxNode, body: SyntaxNode, asking: Asking): Selector[] {
  if (asking.properties.size === 0) return [];
  const branches: Selector[][] = [];
  for (const { ancestor, from } of ancestorsOf(node)) {
    const found = choices.has(ancestor.type) ? readChoice(asking, ancestor, from) : readCase(asking, ancestor);
    if (found.length > 0) branches.unshift(found);
    if (ancestor === body) break;
  }
  return chooseSelectors(branches);
}

function readChoice(asking: Asking, choice: SyntaxNode, from: SyntaxNode): Selector[] {
  const condition = childAt(choice, 'condition');
  if (condition === undefined || from === condition) return [];
  // Kotlin's grammar has no names for the two branches.
  const first = childAt(choice, 'consequence') ?? choice.children.find((child) => child !== condition);
  return from === first ? readConditionValues(asking, textOf(condition)) : [];
}

function readCase(asking: Asking, clause: SyntaxNode): Selector[] {
  const read = caseOf(clause);
  if (read === undefined || read.labels.length === 0) return [];
  const labels = read.labels.map((label) => (typeof label === 'string' ? label : textOf(label)));
  if (read.subject !== undefined) return readCaseValues(asking, textOf(read.subject), labels);
  const each = labels.map((label) => readConditionValues(asking, label));
  return each.every((one) => one.length > 0) ? each.flat() : [];
}

interface Case {
  /** Undefined where the labels are conditions. */
  subject: SyntaxNode | undefined;
  labels: readonly (SyntaxNode | string)[];
}

function caseOf(clause: SyntaxNode): Case | undefined {
  const { parent } = clause;
  switch (clause.type) {
    case 'expression_case':
      return { subject: childAt(parent, 'value'), labels: childAt(clause, 'value')?.children ?? [] };
    case 'switch_rule':
    case 'switch_block_statement_group':
    case 'switch_section': {
      const before = clause.type === 'switch_rule' ? [] : fallingInto(clause);
      if (before === undefined) return undefined;
      const subject = childAt(parent?.parent, 'condition') ?? childAt(parent?.parent, 'value');
      return subject && { subject, labels: [...before, clause].flatMap(labelsOf) };
    }
    case 'switch_expression_arm':
      return { subject: parent?.children[0], labels: clause.children.slice(0, 1).flatMap(alternatives) };
    case 'match_arm': {
      const subject = childAt(parent?.parent, 'value');
      const pattern = childAt(clause, 'pattern')?.children[0];
      return subject && pattern && { subject, labels: alternatives(pattern) };
    }
    case 'when_entry': {
      const subject = parent?.children.find((child) => child.type === 'when_subject')?.children.at(-1);
      return { subject, labels: clause.children.filter((child) => child.field === 'condition') };
    }
    default:
      return undefined;
  }
}

function labelsOf(section: SyntaxNode): readonly (SyntaxNode | string)[] {
  return section.children.flatMap((child): readonly (SyntaxNode | string)[] => {
    if (child.type === 'switch_label') return child.children.length > 0 ? child.children : ['default'];
    return patterns.test(child.type) ? alternatives(child) : [];
  });
}

function alternatives(pattern: SyntaxNode): readonly SyntaxNode[] {
  if (pattern.type !== 'or_pattern') return [pattern];
  return pattern.children.filter((child) => child.field !== 'operator').flatMap(alternatives);
}

/** The labels without statements before it; undefined where another's statements run on into it. */
function fallingInto(section: SyntaxNode): SyntaxNode[] | undefined {
  const all = section.parent?.children ?? [];
  const empty: SyntaxNode[] = [];
  for (let index = all.indexOf(section) - 1; index >= 0; index--) {
    const before = all[index];
    const last = before?.children.at(-1);
    if (before === undefined || last === undefined) return undefined;
    if (last.type !== 'switch_label' && !patterns.test(last.type)) return endsThere(last) ? empty : undefined;
    empty.push(before);
  }
  return empty;
}

function endsThere(last: SyntaxNode): boolean {
  if (endings.test(last.type)) return true;
  const inner = last.type === 'block' ? last.children.at(-1) : undefined;
  return inner !== undefined && endsThere(inner);
}
