import { expect, it } from 'vitest';
import { readSubject } from '../reading/subject.ts';
import { examinesInput } from './examines-input.ts';

const examines = (name: string, description?: string) =>
  examinesInput(readSubject({ id: 'x', definition: { name, ...(description === undefined ? {} : { description }) } }));

it.each([
  ['validate_sql', 'Validates a statement against the schema of the barn.'],
  ['validate_code', undefined],
  ['convert_script', 'Converts a script from one dialect to another.'],
])('says that %s looks at what it is given', (name, description) => {
  expect(examines(name, description)).toBe(true);
});

it.each([
  ['run_sql', 'Runs a statement.'],
  ['validate_and_run', 'Validates and runs a statement.'],
  ['validate_sql', 'Validates a statement and executes it.'],
  ['query', 'Anything about the barn.'],
  ['check', undefined],
])('does not say so of %s: %s', (name, description) => {
  expect(examines(name, description)).toBe(false);
});
