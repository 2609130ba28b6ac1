import { InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import {
  createHttpApi,
  type CreateHttpApiInput,
  deleteCorsConfiguration,
  deleteHttpApi,
  describeHttpApi,
  httpApiUrl,
  listHttpApis,
  updateHttpApi,
} from './index.js';

const apiId = 'a1b2c3d4e5';
const apiEndpoint = `https://${apiId}.execute-api.us-east-1.amazonaws.com`;
const api = {
  ApiId: apiId,
  ApiEndpoint: apiEndpoint,
  CreatedDate: '2026-11-01T10:00:00.000Z',
  Name: 'orders',
  ProtocolType: 'HTTP',
  RouteSelectionExpression: '$request.method $request.path',
  Description: '',
};
const cors = {
  AllowCredentials: true,
  AllowMethods: ['GET', 'PUT'],
  AllowOrigins: ['https://www.example.com'],
  MaxAge: 600,
};

describe('an HTTP API', () => {
  it('is created with only a name, and absent settings are not in the result', async () => {
    await using aws = fakeAws({ answers: { CreateApi: api } });
    expect(await createHttpApi('orders', { session: aws.session })).toEqual({
      apiId,
      apiEndpoint,
      name: 'orders',
      createdDate: new Date('2026-11-01T10:00:00Z'),
      disableExecuteApiEndpoint: false,
      tags: {},
    });
    expect(aws.requests[0]?.input).toEqual({ Name: 'orders', ProtocolType: 'HTTP' });
  });

  it('is created with all settings, including CORS', async () => {
    await using aws = fakeAws({ answers: { CreateApi: { ...api, CorsConfiguration: cors, Tags: { team: 'web' } } } });
    const made = await createHttpApi(
      {
        name: 'orders',
        description: 'takes orders',
        version: 'v1',
        disableExecuteApiEndpoint: true,
        ipAddressType: 'dualstack',
        cors: {
          allowOrigins: ['https://www.example.com'],
          allowMethods: ['GET', 'PUT'],
          allowCredentials: true,
          maxAgeSeconds: 600,
        },
        tags: { team: 'web' },
      },
      { session: aws.session },
    );
    expect(aws.requests[0]?.input).toEqual({
      Name: 'orders',
      ProtocolType: 'HTTP',
      Description: 'takes orders',
      Version: 'v1',
      DisableExecuteApiEndpoint: true,
      IpAddressType: 'dualstack',
      CorsConfiguration: cors,
      Tags: { team: 'web' },
    });
    expect(made).toMatchObject({
      tags: { team: 'web' },
      cors: {
        allowOrigins: ['https://www.example.com'],
        allowMethods: ['GET', 'PUT'],
        allowHeaders: [],
        exposeHeaders: [],
        allowCredentials: true,
        maxAgeSeconds: 600,
      },
    });
  });

  it('is served at its endpoint, or below it for a stage with a name', () => {
    expect(httpApiUrl({ apiEndpoint })).toBe(apiEndpoint);
    expect(httpApiUrl({ apiEndpoint }, '$default')).toBe(apiEndpoint);
    expect(httpApiUrl({ apiEndpoint }, 'v1')).toBe(`${apiEndpoint}/v1`);
  });

  it('is never created twice: a lost response ends the call', async () => {
    await using aws = fakeAws({ answers: { CreateApi: fault('reset') } });
    await expect(createHttpApi('orders', { session: aws.session })).rejects.toThrow(
      'AWS may have completed the request',
    );
    expect(aws.requests).toHaveLength(1);
  });

  it.each<[string, Partial<CreateHttpApiInput>, RegExp]>([
    ['no name', { name: '' }, /name must have at least 1 character \(got ""\)/],
    ['a name that is too long', { name: 'x'.repeat(129) }, /at most 128/],
    ['an origin with a path', { cors: { allowOrigins: ['https://www.example.com/'] } }, /without a \/ at its end/],
    ['no origin', { cors: { allowOrigins: [] } }, /allowOrigins/],
    ['an unsupported method', { cors: { allowOrigins: ['*'], allowMethods: ['TRACE' as 'GET'] } }, /"GET"/],
    ['a header with a space', { cors: { allowOrigins: ['*'], allowHeaders: ['content type'] } }, /a header's name/],
    [
      'credentials for all origins',
      { cors: { allowOrigins: ['*'], allowCredentials: true } },
      /cors\.allowCredentials: true requires allowOrigins without "\*": browsers send no credentials to an API that allows all origins/,
    ],
    ['a maximum age of two days', { cors: { allowOrigins: ['*'], maxAgeSeconds: 172_800 } }, /at most 86400/],
    ['a reserved tag', { tags: { 'aws:x': '1' } }, /the key "aws:x" of tags must be text without the prefix "aws:"/],
  ])('is rejected with %s before anything is sent', async (_what, wrong, message) => {
    await using aws = fakeAws();
    const call = createHttpApi({ name: 'orders', ...wrong }, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    await expect(call).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it('is changed only in the settings of the input, and its CORS configuration is deleted', async () => {
    await using aws = fakeAws({ answers: { UpdateApi: { ...api, Name: 'shop' }, DeleteCorsConfiguration: {} } });
    const options = { session: aws.session };
    const changed = await updateHttpApi({ apiId, name: 'shop', cors: { allowOrigins: ['*'] } }, options);
    expect(changed.name).toBe('shop');
    await deleteCorsConfiguration(changed, options);
    expect(aws.requests.map(({ operation, input }) => [operation, input])).toEqual([
      ['UpdateApi', { ApiId: apiId, Name: 'shop', CorsConfiguration: { AllowOrigins: ['*'] } }],
      ['DeleteCorsConfiguration', { ApiId: apiId }],
    ]);
  });

  it('is described and deleted by its ID or as it was returned, or is unknown', async () => {
    await using aws = fakeAws({ answers: { GetApi: api, DeleteApi: {} } });
    const options = { session: aws.session };
    const described = await describeHttpApi(apiId, options);
    await deleteHttpApi(described, options);
    expect(aws.requests.at(-1)).toMatchObject({ operation: 'DeleteApi', input: { ApiId: apiId } });
    const absent = awsError('NotFoundException', 'Invalid API identifier specified 123456789012:a1b2c3d4e5', {
      status: 404,
    });
    aws.on('GetApi', absent);
    aws.on('DeleteApi', absent);
    await expect(describeHttpApi(apiId, options)).rejects.toThrow(
      `HTTP API ${apiId} does not exist in this account and region`,
    );
    await expect(deleteHttpApi(apiId, options)).rejects.toThrow(NotFoundError);
  });

  it('is not a WebSocket API', async () => {
    const { ApiEndpoint: _none, ...other } = { ...api, ApiId: 'f6g7h8i9j0', ProtocolType: 'WEBSOCKET' };
    await using aws = fakeAws({ answers: { GetApi: other } });
    aws.once('GetApis', { Items: [other], NextToken: 'more' });
    aws.once('GetApis', { Items: [other, api] });
    const options = { session: aws.session };
    expect((await listHttpApis({}, options).toArray()).map((each) => each.apiId)).toEqual([apiId]);
    expect(aws.requests[1]?.input).toEqual({ NextToken: 'more' });
    await expect(describeHttpApi('f6g7h8i9j0', options)).rejects.toThrow(NotFoundError);
  });
});
