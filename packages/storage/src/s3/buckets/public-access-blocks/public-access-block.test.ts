import { NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { deletePublicAccessBlock, getPublicAccessBlock, putPublicAccessBlock } from './index.js';

const settings = {
  blockPublicAcls: true,
  ignorePublicAcls: true,
  blockPublicPolicy: false,
  restrictPublicBuckets: true,
};

it('blocks what the input does not allow', async () => {
  await using aws = fakeAws({ answers: { PutPublicAccessBlock: {} } });
  await putPublicAccessBlock({ bucket: 'site', blockPublicPolicy: false }, { session: aws.session });
  expect(aws.requests[0]?.input).toMatchObject({
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: false,
      RestrictPublicBuckets: true,
    },
  });
  await putPublicAccessBlock('site', { session: aws.session });
  expect(String(aws.requests[1]?.body).match(/>true</g)).toHaveLength(4);
});

it('is returned with false for what S3 omits, and can be written back', async () => {
  await using aws = fakeAws({ answers: { PutPublicAccessBlock: {} } });
  aws.once('GetPublicAccessBlock', {
    PublicAccessBlockConfiguration: { BlockPublicAcls: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
  });
  const found = await getPublicAccessBlock('site', { session: aws.session });
  expect(found).toEqual(settings);
  await putPublicAccessBlock({ bucket: 'site', ...found }, { session: aws.session });
  expect(aws.requests[1]?.body).toContain('<BlockPublicPolicy>false</BlockPublicPolicy>');
});

it('is deleted; a bucket without it is an error that names the remedy', async () => {
  await using aws = fakeAws({ answers: { DeletePublicAccessBlock: {} } });
  await deletePublicAccessBlock('site', { session: aws.session });
  aws.on('GetPublicAccessBlock', awsError('NoSuchPublicAccessBlockConfiguration', 'none', { status: 404 }));
  const reading = getPublicAccessBlock('site', { session: aws.session });
  await expect(reading).rejects.toThrow(NotFoundError);
  await expect(reading).rejects.toThrow(
    'public access block in bucket site does not exist in this account and region. AWS says: none. Set it with putPublicAccessBlock.',
  );
});
