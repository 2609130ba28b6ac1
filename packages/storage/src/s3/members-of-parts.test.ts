import { expect, it } from 'vitest';

import { membersOfAbort, membersOfParts } from './members-of-parts.js';

it('copies customer key, payer and expected owner of an upload to the requests for its parts', () => {
  const shared = { RequestPayer: 'requester', ExpectedBucketOwner: '123456789012' };
  const aws = {
    ...shared,
    SSECustomerKey: 'key',
    SSECustomerAlgorithm: 'AES256',
    ACL: 'private',
    StorageClass: 'GLACIER',
  };
  expect(membersOfParts(aws)).toEqual({ ...shared, SSECustomerKey: 'key', SSECustomerAlgorithm: 'AES256' });
  expect(membersOfAbort(aws)).toEqual(shared);
  expect([membersOfParts(undefined), membersOfAbort(undefined)]).toEqual([{}, {}]);
});
