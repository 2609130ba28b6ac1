import { describe, expect, it } from 'vitest';

import { XmlSyntaxError } from '../decode/xml-syntax-error.js';
import { rememberExchange } from './exchange.js';
import { readSafely } from './read-safely.js';

const response = { statusCode: 500, headers: { 'x-amzn-requestid': 'r-1' } };

interface Protocol {
  deserializeResponse(operation: unknown, context: unknown, response: object): Promise<unknown>;
}

/** A protocol of the SDK that returns or throws the given value. */
const protocolThat = (read: () => unknown): Protocol => {
  const protocol = { deserializeResponse: async () => read() };
  readSafely(protocol);
  return protocol;
};

const failing = (thrown: unknown, own: object = response): Promise<unknown> =>
  protocolThat(() => {
    throw thrown;
  })
    .deserializeResponse({}, {}, own)
    .catch((error: unknown) => error);

describe('a response that cannot be read', () => {
  it.each([
    [new SyntaxError('Unexpected token s in JSON at position 7: secret'), 'invalid JSON at character 7'],
    [new SyntaxError('Unexpected end of JSON input'), 'the JSON is truncated'],
    [new XmlSyntaxError('</b> is expected', '<a>secret', 3), 'invalid XML at character 3 in a: </b> is expected'],
    [new TypeError('Expected real number, got string: secret'), 'a value does not have the type of its member'],
  ])('is an error with the reason, without a quotation: %s', async (thrown, why) => {
    const error = await failing(thrown);
    expect(error).toMatchObject({
      name: 'InvalidResponseError',
      message: `the response cannot be read: ${why} (HTTP status 500)`,
      $metadata: { httpStatusCode: 500, requestId: 'r-1' },
    });
    expect(error).not.toHaveProperty('cause');
  });

  it('is an error with the original status', async () => {
    const own = { statusCode: 500, headers: {} };
    rememberExchange(own, { request: {} as never, operation: undefined, status: 200 });
    expect(await failing(new SyntaxError('no'), own)).toMatchObject({ $metadata: { httpStatusCode: 200 } });
  });
});

it('does not change AWS errors, results and values that are not errors', async () => {
  const ofAws = Object.assign(new Error('no'), { $fault: 'client' });
  expect(await failing(ofAws)).toBe(ofAws);
  expect(await failing('text')).toBe('text');
  await expect(protocolThat(() => 5).deserializeResponse({}, {}, response)).resolves.toBe(5);
  const without = {};
  readSafely(without);
  expect(without).toEqual({});
});
