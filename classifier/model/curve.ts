/** A curve that turns the model's share for a category into how often such a verdict was right. */

/** Points in rising order of share; the curve never falls. */
export type Curve = readonly (readonly [share: number, right: number])[];

/** Between two points straight, beyond the ends level; 0 without points. */
export function readCurve(curve: Curve, share: number): number {
  const above = curve.findIndex(([at]) => at >= share);
  const [high, low] = [curve[above], curve[above - 1]];
  if (!high) return curve.at(-1)?.[1] ?? 0;
  if (!low) return high[1];
  const span = high[0] - low[0];
  return span === 0 ? high[1] : low[1] + ((high[1] - low[1]) * (share - low[0])) / span;
}
