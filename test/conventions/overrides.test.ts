/** The corrections in `data/overrides`, and the format that its page shows. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readOverride, readOverrides } from '../../indexer/overrides/read-overrides.ts';

const folder = path.resolve(import.meta.dirname, '../../data/overrides');

test('every override can be read and lies where its server and tool place it', async () => {
  const { faults } = await readOverrides(folder);

  expect(faults).toEqual([]);
});

test('the format that is shown is one that is taken, in the place that is named', async () => {
  const page = await readFile(path.join(folder, 'README.md'), 'utf8');
  const shown = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const place = /This file would be `([^`]+)`/.exec(page)?.[1] ?? '';

  expect(readOverride(place, shown)).toMatchObject({ tool: 'delete_view', category: 'write', risk: 'medium' });
});
