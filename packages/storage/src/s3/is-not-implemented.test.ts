import type { ServerResponse } from 'node:http';

import { ServiceError, UnexpectedResponseError } from '@arch/core';
import { describe, expect, it } from 'vitest';

import { httpS3 } from '../__fixtures__/http-s3.js';
import { describeBucket } from './buckets/index.js';

const errorWith =
  (status: number, code: string) =>
  (response: ServerResponse): void => {
    response.statusCode = status;
    response.setHeader('content-type', 'application/xml');
    response.end(
      `<Error><Code>${code}</Code><Message>A header implies functionality that is not implemented</Message></Error>`,
    );
  };
const listing = '<ListBucketResult><Name>reports</Name><Contents><Key>a</Key></Contents></ListBucketResult>';

/** Describes a bucket of a store that responds in the same way to every request for a setting. */
const describeAt = async (respond: (response: ServerResponse) => void): Promise<unknown> => {
  await using s3 = await httpS3(({ method }, response) =>
    method === 'HEAD' ? void response.end() : respond(response),
  );
  return await describeBucket('reports', { session: s3.session, maxAttempts: 1 });
};

describe('a setting that a store does not implement', () => {
  it.each<[string, (response: ServerResponse) => void]>([
    ['501 NotImplemented', errorWith(501, 'NotImplemented')],
    ['405 MethodNotAllowed', errorWith(405, 'MethodNotAllowed')],
    ['400 MalformedXML', errorWith(400, 'MalformedXML')],
    ['501 with another code', errorWith(501, 'XUnsupported')],
    ['a list of objects', (response) => void response.end(listing)],
  ])('is absent: %s', async (_response, respond) => {
    expect(await describeAt(respond)).toEqual({
      bucket: 'reports',
      region: 'us-east-1',
      versioning: 'Disabled',
      encryption: undefined,
      kmsKeyId: undefined,
      publicAccessBlock: undefined,
      objectOwnership: undefined,
      objectLock: false,
      defaultRetention: undefined,
      tags: {},
      unreadable: [],
    });
  });
});

it('throws other errors, and rejects other documents', async () => {
  await expect(describeAt(errorWith(500, 'InternalError'))).rejects.toThrow(ServiceError);
  await expect(describeAt((response) => void response.end('<Other/>'))).rejects.toThrow(UnexpectedResponseError);
});
