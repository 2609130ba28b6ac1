import { describe, expect, it } from 'vitest';

import { outcomeOf } from './outcome-of.js';

const answered = (name: string, httpStatusCode: number): object => ({ name, $metadata: { httpStatusCode } });

describe('the outcome of a failed attempt', () => {
  it.each([
    'RequestLimitExceeded',
    'RequestThrottled',
    'Throttling',
    'ThrottlingException',
    'EC2ThrottledException',
    'SlowDown',
  ])('is not-sent if AWS throttled the request: %s', (code) => {
    for (const status of [400, 429, 502, 503]) expect(outcomeOf(answered(code, status))).toBe('not-sent');
  });

  it('is refused if AWS rejected the request, and unknown after a failure of the service', () => {
    expect(outcomeOf(answered('ValidationException', 400))).toBe('refused');
    expect(outcomeOf(answered('InternalFailure', 501))).toBe('refused');
    expect(outcomeOf(answered('InternalFailure', 500))).toBe('unknown');
  });

  it('is unknown without a response, unless the connection was refused', () => {
    expect(outcomeOf({ code: 'ECONNRESET' })).toBe('unknown');
    expect(outcomeOf({ code: 'ECONNREFUSED' })).toBe('not-sent');
  });
});
