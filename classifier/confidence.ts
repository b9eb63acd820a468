/**
 * How often a category is right, by how it came about and how strong it is: shares measured on labelled tools of servers that the
 * accuracy figures are not taken from, rounded, and pulled towards the middle where few were seen.
 */
import type { Category } from '../schema/taxonomy.ts';
import type { Basis } from './judgement/category.ts';

type Shares = Readonly<Record<Exclude<Category, 'unclassified'>, number>>;

const shares: Readonly<Record<Exclude<Basis, 'nothing'>, Shares>> = {
  'both-agree': { read: 0.99, write: 0.98, execute: 0.95, destructive: 0.98 },
  'description-only': { read: 0.97, write: 0.93, execute: 0.84, destructive: 0.96 },
  'name-only': { read: 0.97, write: 0.93, execute: 0.85, destructive: 0.95 },
  'description-stronger': { read: 0.5, write: 0.5, execute: 0.6, destructive: 0.75 },
  'name-stronger': { read: 0.5, write: 0.4, execute: 0.4, destructive: 0.7 },
  'weak-words': { read: 0.85, write: 0.7, execute: 0.7, destructive: 0.8 },
  parameters: { read: 0.5, write: 0.5, execute: 0.5, destructive: 0.9 },
  handler: { read: 0.9, write: 0.9, execute: 0.9, destructive: 0.95 },
  'assured-reading': { read: 0.88, write: 0.6, execute: 0.6, destructive: 0.6 },
  'annotation-only': { read: 0.86, write: 0.7, execute: 0.6, destructive: 0.6 },
};

/** 0 where nothing was concluded. */
export function estimateConfidence(category: Category, basis: Basis): number {
  return category === 'unclassified' || basis === 'nothing' ? 0 : shares[basis][category];
}

/** Four places: more would say nothing, and make every verdict differ from machine to machine in its last digits. */
export function roundConfidence(confidence: number): number {
  return Math.round(confidence * 10_000) / 10_000;
}
