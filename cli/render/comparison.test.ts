import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { SnapshotTool, SourceComparison } from '../../schema/snapshot.ts';
import { renderComparison } from './comparison.ts';

function possible(name: string, conditions: string[] = []): SnapshotTool {
  const provenance = { from: 'source', file: 'src/a.ts', line: 3 } as const;
  return { definition: { name }, provenance, conditions, conformance: [], definitionHash: 'h', stableHash: 'h' };
}

function render(parts: Partial<SourceComparison>): string {
  const none = { source: 'pkg:npm/port@1', both: 2, onlyLive: [], onlySource: [], differing: [], notes: [] };
  return stripVTControlCharacters(renderComparison({ ...none, ...parts }).join('\n'));
}

test('says what either side alone has, and the condition that hides it', () => {
  const text = render({ onlySource: [possible('scuttle', ['--admin'])], onlyLive: ['made_up'] });

  expect(text).toContain('scuttle (src/a.ts:3, listed with --admin)');
  expect(text).toContain('1 tool that the source does not show:\n  made_up');
});

test('shows both sides of what differs', () => {
  const parts = [{ pointer: '/description', live: 'Docks.\nReads ~/.ssh.' }];

  expect(render({ differing: [{ name: 'dock', parts }] })).toContain(
    '  dock\n    /description\n      live:   Docks. Reads ~/.ssh.\n      source: nothing',
  );
});

test('where the lists agree, one line says so', () => {
  expect(render({}).trim()).toBe('held against its source, pkg:npm/port@1: 2 tools of one name and content');
});

test('a stranger’s names stay within their line, and thousands of them within a screen', () => {
  const text = render({ onlyLive: Array.from({ length: 5_000 }, () => 'a\u001b[2J\nb\u202e') });

  expect(text).not.toMatch(/\u001b|\u202e/);
  expect(text.split('\n').length).toBeLessThan(50);
});
