import { inspect } from 'node:util';

import { describe, expect, it } from 'vitest';

import { parseJson } from './parse-json.js';

describe('JSON', () => {
  it('is read', () => {
    expect(parseJson('{"a":[1,"x",null]}')).toEqual({ a: [1, 'x', null] });
  });

  it.each(['marker', '{"a": marker}', '{"a": "marker"', '["marker",]', '{"marker": 1} marker', '{"a":"marker\n"}'])(
    'that is none is not quoted: %s',
    (text) => {
      const read = (): unknown => parseJson(text);
      expect(read).toThrow(/^it breaks at character \d+ of \d+$|^its \d+ characters are another format$/);
      let error: unknown;
      try {
        read();
      } catch (thrown) {
        error = thrown;
      }
      expect(inspect(error, { showHidden: true }).split('\n    at ')[0]).not.toContain('marker');
    },
  );

  it('may not be empty', () => {
    expect(() => parseJson(' \n')).toThrow('it is empty');
  });
});
