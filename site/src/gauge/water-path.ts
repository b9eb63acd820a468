/** Geometry of the load-line gauge: the part of the disc that lies under water. */
import type { Risk } from '../../../schema/taxonomy.ts';

const centre = 12;
const radius = 8;

// The line stands between medium and high; the deeper the load, the higher the water.
const levels = { low: 17, medium: 14, high: 8.5, critical: 4, unrated: undefined } as const satisfies Record<
  Risk,
  number | undefined
>;

/** An SVG path in a box of 24 by 24, or undefined where nobody has taken the reading. */
export function waterPath(risk: Risk): string | undefined {
  const level = levels[risk];
  if (level === undefined) return undefined;
  if (level <= centre - radius) return `M4 12a8 8 0 1 0 16 0a8 8 0 1 0 -16 0Z`;
  const half = Math.sqrt(radius ** 2 - (level - centre) ** 2);
  const isMoreThanHalf = level < centre ? 1 : 0;
  return `M${round(centre - half)} ${level}A${radius} ${radius} 0 ${isMoreThanHalf} 0 ${round(centre + half)} ${level}Z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
