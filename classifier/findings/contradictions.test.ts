import { describe, expect, it } from 'vitest';
import type { AnnotationAudit, OperationVerdict } from '../../schema/verdict.ts';
import { readSubject } from '../reading/subject.ts';
import { findContradictions } from './contradictions.ts';

const operations: Pick<OperationVerdict, 'selector' | 'category'>[] = [
  { selector: { path: '/action', value: 'list' }, category: 'read' },
  { selector: { path: '/action', value: 'scrap' }, category: 'destructive' },
];

function find(description: string, changes: Partial<Parameters<typeof findContradictions>[1]> = {}) {
  const inputSchema = { type: 'object', properties: { action: { enum: ['list', 'scrap'] } } };
  const reading = readSubject({ id: 'berths', definition: { name: 'berths', description, inputSchema } });
  return findContradictions(reading, {
    category: 'destructive',
    confidence: 0.95,
    annotations: {},
    operations,
    ...changes,
  });
}

describe('a promise to change nothing, over an operation that deletes', () => {
  it.each([
    'Read-only.',
    'Looks at berths without changing anything.',
    'It does not modify the database.',
    'No side effects.',
  ])('is a warning where it says “%s”', (description) => {
    expect(find(description)).toMatchObject([
      { id: 'schema-disagrees', severity: 'warning', pointer: '/inputSchema/properties/action/enum/1', quote: 'scrap' },
    ]);
  });

  it.each([
    'Scraps a berth without changing the pier’s rules.',
    'It does not modify other berths.',
    'This is not read-only.',
  ])('is none where it says “%s”', (description) => {
    expect(find(description)).toEqual([]);
  });

  it('is none where nothing is deleted', () => {
    expect(find('Read-only.', { operations: operations.slice(0, 1) })).toEqual([]);
  });
});

describe('a hint that the verdict contradicts', () => {
  const claims: AnnotationAudit = { declared: true, state: 'contradicts', suggested: false };

  it('is a warning where the verdict is sure', () => {
    expect(find('Scraps a berth.', { annotations: { readOnlyHint: claims } })).toMatchObject([
      { id: 'annotation-contradicts', message: 'It is declared read-only, and deletes.' },
    ]);
    expect(find('Scraps it.', { annotations: { destructiveHint: { ...claims, declared: false } } })).toMatchObject([
      { id: 'annotation-contradicts', message: 'It is declared not destructive, and deletes.' },
    ]);
  });

  it('is none where it is not sure, or the hint only asks for more care', () => {
    expect(find('Scraps it.', { confidence: 0.84, annotations: { readOnlyHint: claims } })).toEqual([]);
    expect(find('Scraps it.', { annotations: { destructiveHint: claims } })).toEqual([]);
    expect(find('Scraps it.', { annotations: { readOnlyHint: { ...claims, declared: false } } })).toEqual([]);
  });
});
