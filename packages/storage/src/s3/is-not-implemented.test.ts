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

/** A store that answers every request for a setting in the same way. */
const describeAt = async (answer: (response: ServerResponse) => void): Promise<unknown> => {
  await using s3 = await httpS3(({ method }, response) => (method === 'HEAD' ? void response.end() : answer(response)));
  return await describeBucket('reports', { session: s3.session, maxAttempts: 1 });
};

describe('a setting that a store does not implement', () => {
  it.each<[string, (response: ServerResponse) => void]>([
    ['501 NotImplemented', errorWith(501, 'NotImplemented')],
    ['405 MethodNotAllowed', errorWith(405, 'MethodNotAllowed')],
    ['400 MalformedXML', errorWith(400, 'MalformedXML')],
    ['501 with a code of its own', errorWith(501, 'XUnsupported')],
    ['the list of its objects', (response) => void response.end(listing)],
  ])('is absent: %s', async (_how, answer) => {
    expect(await describeAt(answer)).toEqual({
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
    });
  });
});

it('other errors and documents are no absent settings', async () => {
  await expect(describeAt(errorWith(500, 'InternalError'))).rejects.toThrow(ServiceError);
  await expect(describeAt((response) => void response.end('<Other/>'))).rejects.toThrow(UnexpectedResponseError);
});
