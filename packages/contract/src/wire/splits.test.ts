import { describe, expect, it } from 'vitest';

import { closes, formNames, inForm, splitsOf } from './forms.js';
import { layoutOf } from './layout.js';
import { splitAt } from './splits.js';

const response = { status: 200, headers: { 'content-type': 'text/xml' }, body: Buffer.from('<a>0123456789</a>') };

describe('a response', () => {
  it.each(formNames.flatMap((form) => splitsOf(form).map((split) => [form, split] as const)))(
    'in the form “%s”, cut %s, keeps its bytes',
    (form, split) => {
      const bytes = inForm(form, response, 'GET');
      const { pieces, close } = splitAt(split, layoutOf(bytes), closes(form));
      expect(Buffer.concat(pieces)).toEqual(bytes);
      expect(pieces.length > 1 || close === 'later').toBe(split !== 'in one write');
      expect(pieces.every(({ length }) => length > 0)).toBe(true);
    },
  );

  it.each([
    ['between head and body', ['\r\n\r\n', '6\r\n<a>012']],
    ['inside the line of a chunk size', ['\r\n\r\n6', '\r\n<a>012']],
    ['inside the body', ['6\r\n<a>', '012\r\n6\r\n345678']],
    ['before the terminator', ['9</a>\r\n', '0\r\n\r\n']],
  ] as const)('in chunks is cut %s', (split, [before, after]) => {
    const { pieces } = splitAt(split, layoutOf(inForm('several chunks', response, 'GET')), false);
    expect(pieces[0]?.toString().endsWith(before)).toBe(true);
    expect(pieces[1]?.toString().startsWith(after)).toBe(true);
  });

  it('is sent with its last twelve bytes one by one', () => {
    const { pieces } = splitAt('byte by byte at the end', layoutOf(inForm('content-length', response, 'GET')), false);
    expect(pieces.map(String).slice(1).join('|')).toBe('2|3|4|5|6|7|8|9|<|/|a|>'.slice(2));
    expect(String(pieces[0])).toMatch(/<a>012$/);
  });

  it.each(['HEAD', 'GET'])('to %s without a body consists of its head', (method) => {
    const status = method === 'HEAD' ? 200 : 204;
    const bytes = inForm('one chunk', { ...response, status }, method);
    expect(String(bytes)).toMatch(/^HTTP\/1.1 20[04] [\w ]+\r\ncontent-type: text\/xml\r\n\r\n$/);
  });
});
