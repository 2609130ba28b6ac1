import { describe, expect, it } from 'vitest';
import type { ResultColumn } from './describe-columns.js';
import { jdbcType } from './jdbc-type.js';

const column = (members: Partial<ResultColumn>): ResultColumn => ({
  name: 'c',
  typeName: 'int4',
  isArray: false,
  typeModifier: -1,
  schemaName: '',
  tableName: '',
  isAutoIncrement: false,
  nullable: 2,
  ...members,
});

// The values are those of published responses of the Redshift Data API.
describe('jdbcType', () => {
  it.each([
    [{ typeName: 'int4' }, { type: 4, precision: 10, scale: 0, isSigned: true, isCaseSensitive: false }],
    [
      { typeName: 'varchar', typeModifier: 204 },
      { type: 12, precision: 200, scale: 0, isSigned: false, isCaseSensitive: true },
    ],
    [{ typeName: 'timestamp' }, { type: 93, precision: 29, scale: 6, isSigned: false, isCaseSensitive: false }],
    [
      { typeName: 'numeric', typeModifier: 655_366 },
      { type: 2, precision: 10, scale: 2, isSigned: true },
    ],
    [{ typeName: '_text', isArray: true }, { type: 2003 }],
    [{ typeName: 'mood' }, { type: 1111, isCaseSensitive: true }],
  ])('describes %j', (members, expected) => {
    expect(jdbcType(column(members))).toMatchObject(expected);
  });
});
