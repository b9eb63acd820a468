/** The corrections in the package's `data/overrides`. */
import path from 'node:path';
import { type PlacedOverride, readOverrides } from '../indexer/index.ts';
import { oneLine } from './render/terminal-text.ts';
import { packageRoot } from './standpoint.ts';
import { UsageError } from './usage-error.ts';

/** `folder` is the package's own where it is left out. @throws UsageError where one of them cannot be read: passing over it could make a tool look milder than a person found it */
export async function loadOverrides(
  folder: string = path.join(packageRoot(), 'data/overrides'),
): Promise<PlacedOverride[]> {
  const { overrides, faults } = await readOverrides(folder);
  for (const fault of faults) process.stderr.write(`plimsoll: override ${oneLine(fault)}\n`);
  if (faults.length > 0) throw new UsageError('the overrides cannot be used as they are; nothing was done');
  return overrides;
}
