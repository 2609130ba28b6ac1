import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { mentionsId } from './mentions-id.js';

describe('a message', () => {
  it.each([
    ["The instance ID 'i-1' does not exist", 'i-1', true],
    ["The instance IDs 'i-12, i-1' do not exist", 'i-1', true],
    ["The instance IDs 'i-12, i-13' do not exist", 'i-1', false],
    ['Not found: ami-i-1', 'i-1', false],
    ['i-1', 'i-1', true],
    ['No such thing', '', false],
    ['ends with a word', '', false],
  ])('%s mentions %s: %s', (message, id, expected) => {
    expect(mentionsId(message, id)).toBe(expected);
  });

  it('mentions an ID between any two characters that are not part of a word', () => {
    const edge = fc.string().filter((text) => !/[\w-]/.test(text.at(0) ?? ' ') && !/[\w-]/.test(text.at(-1) ?? ' '));
    const id = fc.stringMatching(/^[\w-]{1,10}$/);
    fc.assert(fc.property(edge, id, edge, (before, name, after) => mentionsId(`${before}${name}${after}`, name)));
  });
});
