import { inspect } from 'node:util';

import { describe, expect, it } from 'vitest';

import { parseJson } from './parse-json.js';

describe('parseJson', () => {
  it('parses JSON', () => {
    expect(parseJson('{"a":[1,"x",null]}')).toEqual({ a: [1, 'x', null] });
  });

  it.each(['marker', '{"a": marker}', '{"a": "marker"', '["marker",]', '{"marker": 1} marker', '{"a":"marker\n"}'])(
    'does not quote invalid JSON: %s',
    (text) => {
      const read = (): unknown => parseJson(text);
      expect(read).toThrow(/^syntax error at character \d+ of \d+$|^unknown format, \d+ characters$/);
      let error: unknown;
      try {
        read();
      } catch (thrown) {
        error = thrown;
      }
      expect(inspect(error, { showHidden: true }).split('\n    at ')[0]).not.toContain('marker');
    },
  );

  it('rejects an empty text', () => {
    expect(() => parseJson(' \n')).toThrow('the text is empty');
  });
});
