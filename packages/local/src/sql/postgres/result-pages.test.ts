import { describe, expect, it } from 'vitest';
import { resultPages } from './result-pages.js';

function dataRow(...values: readonly (string | null)[]): Buffer {
  const fields = values.map((value) => {
    const text = Buffer.from(value ?? '');
    const field = Buffer.alloc(4 + text.length);
    field.writeInt32BE(value === null ? -1 : text.length);
    text.copy(field, 4);
    return field;
  });
  const body = Buffer.concat(fields);
  const row = Buffer.alloc(7 + body.length);
  row.write('D');
  row.writeInt32BE(row.length - 1, 1);
  row.writeInt16BE(values.length, 5);
  body.copy(row, 7);
  return row;
}

describe('resultPages', () => {
  it('returns the rows unchanged', () => {
    const pages = resultPages();
    pages.add(dataRow('é', null, ''));
    pages.add(dataRow('2', 'x', 'y'));
    expect([...pages.rows()]).toEqual([
      ['é', null, ''],
      ['2', 'x', 'y'],
    ]);
    expect([...pages.page(1)]).toEqual([]);
  });

  it('counts bytes as the Redshift Data API does', () => {
    const pages = resultPages();
    pages.add(dataRow('1'));
    expect(pages.sizeBytes).toBe(11);
  });

  it('closes a page after 1,000 rows', () => {
    const pages = resultPages();
    for (let number = 0; number < 2_001; number++) pages.add(dataRow(String(number)));
    expect([pages.rowCount, pages.pageCount]).toEqual([2_001, 3]);
    expect([...pages.page(1)].at(-1)).toEqual(['1999']);
    expect([...pages.page(2)]).toEqual([['2000']]);
  });

  it('closes a page before it has more than 1 MB', () => {
    const pages = resultPages();
    for (let number = 0; number < 3; number++) pages.add(dataRow('x'.repeat(600_000)));
    expect(pages.pageCount).toBe(3);
    expect([...pages.rows()].length).toBe(3);
  });
});
