import { InvalidInputError } from '@arch/core';
import { expect, it } from 'vitest';

import { parseApiGatewayEvent, parseTokenAuthorizerEvent } from '../../index.js';

const methodArn = 'arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders';
const event = { type: 'TOKEN', authorizationToken: 'Bearer marker-secret', methodArn };

it('parses the event of a TOKEN authorizer', () => {
  const parsed = parseTokenAuthorizerEvent(event);
  expect(parsed).toEqual({ authorizationToken: 'Bearer marker-secret', methodArn });
  expect(parsed.aws).toBe(event);
});

it('rejects invalid events without quoting the token', () => {
  expect(() => parseTokenAuthorizerEvent({ ...event, authorizationToken: undefined })).toThrow(
    'parseTokenAuthorizerEvent: authorizationToken is required',
  );
  const wrong = (): unknown => parseTokenAuthorizerEvent({ ...event, authorizationToken: ['Bearer marker-secret'] });
  expect(wrong).toThrow(InvalidInputError);
  expect(wrong).not.toThrow('marker-secret');
});

it('is named in the error of the parser of requests', async () => {
  await expect(parseApiGatewayEvent(event)).rejects.toThrow(
    'parseApiGatewayEvent: this is a TOKEN authorizer event (type is "TOKEN"), not an event of a REST API (API Gateway, payload 1.0): use parseTokenAuthorizerEvent.',
  );
});
