import { describe, expect, it } from 'vitest';
import { exactDecimal, exactNumber, floatingPoint } from './exact-number.js';
import { readJson } from './read-json.js';

describe('numbers in JSON', () => {
  it('have all digits of an integer', () => {
    expect(JSON.stringify([exactNumber('7'), exactNumber('9223372036854775807')])).toBe('[7,9223372036854775807]');
  });

  it('have all digits of a decimal', () => {
    expect(JSON.stringify([exactDecimal('1.50'), exactDecimal('NaN')])).toBe('[1.50,"NaN"]');
  });

  it('are text if JSON cannot represent them', () => {
    expect(['1.5', 'NaN', '-Infinity'].map(floatingPoint)).toEqual([1.5, 'NaN', '-Infinity']);
  });

  it('are read with all digits', () => {
    const text = '{"big":9223372036854775807,"small":7,"half":0.5,"list":["1"]}';
    expect(readJson(text)).toEqual({ big: 9223372036854775807n, small: 7, half: 0.5, list: ['1'] });
  });
});
