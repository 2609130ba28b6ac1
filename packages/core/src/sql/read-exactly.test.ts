import { NormalizedSchema } from '@smithy/core/schema';
import { expect, it } from 'vitest';

import { readExactly } from './read-exactly.js';

const structure = (): object => {
  const list = [1, 'x', 'Longs', { sparse: 1 }, 1];
  return [3, 'x', 'Field', 0, ['long', 'double', 'longs', 'more'], [1, 1, [() => list, 0], () => list]];
};

const memberOf = (schema: object, name: string): NormalizedSchema =>
  Object.fromEntries(NormalizedSchema.of(schema as never).structIterator())[name]!;

it('reads only the given member as bigints', () => {
  const field = structure();
  readExactly(field, 'long');
  expect(memberOf(field, 'long').isBigIntegerSchema()).toBe(true);
  expect(memberOf(field, 'double').isNumericSchema()).toBe(true);
  expect(memberOf(field, 'longs').getValueSchema().isNumericSchema()).toBe(true);
});

it.each(['longs', 'more'])('reads list items as bigints, also when called twice: %s', (name) => {
  const field = structure();
  readExactly(field, name);
  readExactly(field, name);
  const member = memberOf(field, name);
  expect(member.isListSchema()).toBe(true);
  expect(member.getValueSchema().isBigIntegerSchema()).toBe(true);
  expect(member.getMergedTraits()).toMatchObject({ sparse: 1 });
});

it('throws for an unknown member', () => {
  expect(() => readExactly(structure(), 'longValue')).toThrow(
    'Field has no member longValue: the members are long, double',
  );
});
