import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkParameters, type SqlParameter, sqlParameters, toSqlParameters } from './sql-parameters.js';

const parameters = sqlParameters();

const sent = (value: SqlParameter): unknown => {
  const [{ name: _name, ...parameter } = {}] = toSqlParameters({ a: value });
  return parameter;
};

describe('a parameter is sent with its type', () => {
  it.each<[SqlParameter, unknown]>([
    ["O'Hara; drop table a", { value: { stringValue: "O'Hara; drop table a" } }],
    ['é 😀 \0', { value: { stringValue: 'é 😀 \0' } }],
    ['', { value: { stringValue: '' } }],
    [7, { value: { longValue: 7 } }],
    [-1.5, { value: { doubleValue: -1.5 } }],
    [1e20, { value: { doubleValue: 1e20 } }],
    [2n ** 63n - 1n, { value: { longValue: 9_223_372_036_854_775_807n } }],
    [true, { value: { booleanValue: true } }],
    [null, { value: { isNull: true } }],
    [new Uint8Array([0, 255]), { value: { blobValue: new Uint8Array([0, 255]) } }],
    [new Date('2026-11-01T10:00:00.5Z'), { value: { stringValue: '2026-11-01 10:00:00.500' }, typeHint: 'TIMESTAMP' }],
    [
      { uuid: 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11' },
      { value: { stringValue: 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11' }, typeHint: 'UUID' },
    ],
    [{ uuid: null }, { value: { isNull: true }, typeHint: 'UUID' }],
    [{ json: { a: [1, null] } }, { value: { stringValue: '{"a":[1,null]}' }, typeHint: 'JSON' }],
    [{ json: null }, { value: { stringValue: 'null' }, typeHint: 'JSON' }],
    [
      { decimal: '12345678901234567890.12' },
      { value: { stringValue: '12345678901234567890.12' }, typeHint: 'DECIMAL' },
    ],
    [{ decimal: 2n ** 70n }, { value: { stringValue: '1180591620717411303424' }, typeHint: 'DECIMAL' }],
    [{ date: '2026-11-01' }, { value: { stringValue: '2026-11-01' }, typeHint: 'DATE' }],
    [{ time: '10:00:00.123' }, { value: { stringValue: '10:00:00.123' }, typeHint: 'TIME' }],
    [{ timestamp: '2026-11-01 10:00:00' }, { value: { stringValue: '2026-11-01 10:00:00' }, typeHint: 'TIMESTAMP' }],
  ])('%o', (value, expected) => {
    expect(parameters.safeParse({ a: value }).success).toBe(true);
    expect(sent(value)).toEqual(expected);
  });

  it('and with all digits and characters', () => {
    const members = fc.oneof(
      fc.string().map((text) => [text, 'stringValue'] as const),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((whole) => [whole, 'longValue'] as const),
      fc.maxSafeInteger().map((whole) => [whole, 'longValue'] as const),
      fc
        .double({ noNaN: true, noDefaultInfinity: true, noInteger: true })
        .map((double) => [double, 'doubleValue'] as const),
      fc.boolean().map((truth) => [truth, 'booleanValue'] as const),
      fc.uint8Array().map((bytes) => [bytes, 'blobValue'] as const),
    );
    fc.assert(
      fc.property(members, ([value, member]) => {
        expect(parameters.safeParse({ a: value }).success).toBe(true);
        expect(sent(value)).toEqual({ value: { [member]: value } });
      }),
      { numRuns: 60 },
    );
  });
});

describe('a value that the database does not accept is rejected', () => {
  it.each([
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [2n ** 63n],
    [new Date(Number.NaN)],
    [new Date('+010000-01-01T00:00:00Z')],
    [undefined],
    [[1, 2]],
    [() => 1],
    [{ uuid: 'a0ee' }],
    [{ decimal: 'NaN' }],
    [{ decimal: '1,5' }],
    [{ decimal: Number.POSITIVE_INFINITY }],
    [{ date: '1.11.2026' }],
    [{ date: new Date() }],
    [{ time: '10:00' }],
    [{ timestamp: '2026-11-01T10:00:00Z' }],
    [{ timestamp: '2026-11-01 10:00:00.123456' }],
    [{ json: undefined }],
    [{ text: 'x' }],
    [{ uuid: null, date: null }],
    [{}],
  ])('%o', (value) => {
    const result = parameters.safeParse({ a: value });
    expect(result.success).toBe(false);
    expect(result.error?.issues[0]?.message).toContain('{ uuid }, { json }, { decimal }');
  });
});

it.each([
  ['sql', 'parameters.a.json.total is NaN'],
  ['sqlBatch', 'parameterSets[0].a.json.total is NaN'],
])('names the path of a value that JSON cannot contain, for %s', (operation, message) => {
  expect(() => checkParameters(operation, 'select :a', [{ a: { json: { total: Number.NaN } } }])).toThrow(message);
});
