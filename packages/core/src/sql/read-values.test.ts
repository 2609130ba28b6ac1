import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { columnNames } from './column-names.js';
import { readInteger } from './read-integer.js';
import { readSqlJson } from './read-sql-json.js';
import { readTimestamp } from './read-timestamp.js';

describe('integers', () => {
  it('keep all digits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (whole) => {
        const read = readInteger(String(whole));
        expect(BigInt(read)).toBe(whole);
        expect(typeof read).toBe(Number.isSafeInteger(Number(whole)) ? 'number' : 'bigint');
      }),
    );
  });

  it('keep all digits in JSON', () => {
    expect(readSqlJson('{"a":9223372036854775807,"b":[-9007199254740993,1.5,42],"c":"1234567890123456789"}')).toEqual({
      a: 9_223_372_036_854_775_807n,
      b: [-9_007_199_254_740_993n, 1.5, 42],
      c: '1234567890123456789',
    });
  });
});

it('readSqlJson parses JSON and returns other text unchanged', () => {
  const texts = fc.json().filter((text) => !/\d{16}/.test(text));
  fc.assert(fc.property(texts, (text) => void expect(readSqlJson(text)).toEqual(JSON.parse(text))));
  expect(readSqlJson('no json')).toBe('no json');
  expect(readSqlJson('1e30')).toBe(1e30);
});

describe('times', () => {
  it('are Dates with milliseconds', () => {
    const dates = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (date) => {
        const text = date.toISOString().replace('T', ' ').replace('Z', '');
        for (const zone of ['', 'Z', '+00', '+0000', '+00:00', '-00']) expect(readTimestamp(text + zone)).toEqual(date);
      }),
    );
  });

  it.each([
    ['2022-02-22 00:00:00.0', '2022-02-22T00:00:00.000Z'],
    ['2026-11-01 10:00:00.123999', '2026-11-01T10:00:00.123Z'],
    ['2026-11-01 10:00:00+01', '2026-11-01T09:00:00.000Z'],
    ['2026-11-01 10:00:00.5-0330', '2026-11-01T13:30:00.500Z'],
    ['2026-11-01T10:00:00-03:30', '2026-11-01T13:30:00.000Z'],
  ])('reads %s as %s', (text, iso) => {
    expect(readTimestamp(text)).toEqual(new Date(iso));
  });

  it.each(['infinity', '-infinity', '0044-03-15 10:00:00 BC', '10000-01-01 00:00:00', '', '2026-11-01'])(
    '%o stays text',
    (text) => {
      expect(readTimestamp(text)).toBe(text);
    },
  );
});

describe('column names', () => {
  const named = (...labels: readonly string[]): readonly string[] =>
    columnNames(labels.map((label) => ({ label, name: label })));

  it('are those of the SQL, and duplicates are numbered', () => {
    expect(named('id', 'ID', 'id', '__proto__', '')).toEqual(['id', 'ID', 'id_2', '__proto__', 'column5']);
    expect(columnNames([{ label: 'alias', name: 'a' }, { name: 'b' }, {}])).toEqual(['alias', 'b', 'column3']);
  });

  it('of the SQL are never given to a duplicate or to a column without a name', () => {
    expect(named('id', 'id', 'id_2')).toEqual(['id', 'id_3', 'id_2']);
    expect(named('id', 'id_2', 'id', 'id_2')).toEqual(['id', 'id_2', 'id_3', 'id_2_2']);
    expect(named('', 'column1')).toEqual(['column1_2', 'column1']);
  });

  it('are unique, and the first column of a name keeps it', () => {
    const label = fc.constantFrom('', 'a', 'a_2', 'a_2_2', 'a_3', 'column1', 'column2', '__proto__');
    fc.assert(
      fc.property(fc.array(label), (labels) => {
        const names = named(...labels);
        expect(new Set(names).size).toBe(labels.length);
        for (const each of new Set(labels)) if (each) expect(names[labels.indexOf(each)]).toBe(each);
      }),
    );
  });
});
