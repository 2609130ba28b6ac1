import { describe, expect, it } from 'vitest';

import { AnswerBook } from './answer-book.js';

const operation = (serviceId: string, name: string) => ({
  serviceId,
  name,
  schema: [],
  input: {},
  protocol: '',
  xmlNamespace: undefined,
});
const describeTags = operation('Auto Scaling', 'DescribeTags');

describe('AnswerBook', () => {
  it.each(['Auto Scaling:DescribeTags', 'auto-scaling:DescribeTags', 'AutoScaling:DescribeTags'])(
    'recognizes the service in %s',
    (name) => {
      const book = new AnswerBook();
      book.on(name, { service: 'named' });
      book.on('DescribeTags', { service: 'any' });
      expect(book.take(describeTags)).toEqual({ service: 'named' });
      expect(book.take(operation('EC2', 'DescribeTags'))).toEqual({ service: 'any' });
    },
  );

  it('queues responses for both forms of a name in one order, separately from other operations', () => {
    const book = new AnswerBook();
    book.once('DescribeTags', { nth: 1 });
    book.once('EC2:DescribeTags', { nth: 'of EC2' });
    book.once('AutoScaling:DescribeTags', { nth: 2 });
    expect([book.take(describeTags), book.take(describeTags)]).toEqual([{ nth: 1 }, { nth: 2 }]);
    expect(() => book.take(describeTags)).toThrow(
      "fakeAws has no response for DescribeTags of Auto Scaling. Call aws.on('DescribeTags', { … })",
    );
    expect(book.take(operation('EC2', 'DescribeTags'))).toEqual({ nth: 'of EC2' });
  });

  it('replaces the permanent response and uses the default without one', () => {
    const book = new AnswerBook({ 'AutoScaling:DescribeTags': { from: 'default' } });
    expect(book.take(describeTags)).toEqual({ from: 'default' });
    book.on('DescribeTags', { from: 'test' });
    book.on('DescribeTags', { from: 'later test' });
    expect(book.take(describeTags)).toEqual({ from: 'later test' });
  });
});
