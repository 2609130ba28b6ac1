import { InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { deleteBucketWebsite, getBucketWebsite, putBucketWebsite, type PutBucketWebsiteInput } from './index.js';

const bucket = 'my-website';
const site = {
  indexDocument: 'index.html',
  errorDocument: 'errors/404.html',
  routingRules: [
    {
      condition: { keyPrefixEquals: 'docs/', httpErrorCodeReturnedEquals: '404' },
      redirect: {
        hostName: 'example.com',
        httpRedirectCode: '302',
        protocol: 'https' as const,
        replaceKeyPrefixWith: '',
      },
    },
    { redirect: { replaceKeyWith: 'moved.html' } },
  ],
};
const configuration = {
  IndexDocument: { Suffix: 'index.html' },
  ErrorDocument: { Key: 'errors/404.html' },
  RoutingRules: [
    {
      Condition: { KeyPrefixEquals: 'docs/', HttpErrorCodeReturnedEquals: '404' },
      Redirect: { HostName: 'example.com', HttpRedirectCode: '302', Protocol: 'https', ReplaceKeyPrefixWith: '' },
    },
    { Redirect: { ReplaceKeyWith: 'moved.html' } },
  ],
};

it('puts, gets and deletes the website settings; they can be sent back', async () => {
  await using aws = fakeAws({
    answers: { PutBucketWebsite: {}, GetBucketWebsite: configuration, DeleteBucketWebsite: {} },
  });
  const { session } = aws;
  await putBucketWebsite({ bucket, ...site }, { session });
  expect(aws.requests[0]?.input).toMatchObject({ Bucket: bucket, WebsiteConfiguration: configuration });
  const found = await getBucketWebsite(bucket, { session });
  expect(found).toEqual(site);
  await putBucketWebsite({ bucket, ...found }, { session });
  await deleteBucketWebsite(bucket, { session });
  aws.on('GetBucketWebsite', awsError('NoSuchWebsiteConfiguration', 'none', { status: 404 }));
  const reading = getBucketWebsite(bucket, { session });
  await expect(reading).rejects.toThrow(NotFoundError);
  await expect(reading).rejects.toThrow('website configuration in bucket my-website does not exist');
});

it('redirects all requests to another host', async () => {
  await using aws = fakeAws({ answers: { PutBucketWebsite: {} } });
  const redirectAllRequestsTo = { hostName: 'www.example.com', protocol: 'https' as const };
  await putBucketWebsite({ bucket, redirectAllRequestsTo }, { session: aws.session });
  expect(aws.requests[0]?.body).toContain(
    '<RedirectAllRequestsTo><HostName>www.example.com</HostName><Protocol>https</Protocol></RedirectAllRequestsTo>',
  );
  aws.on('GetBucketWebsite', { RedirectAllRequestsTo: { HostName: 'www.example.com', Protocol: 'https' } });
  expect(await getBucketWebsite(bucket, { session: aws.session })).toEqual({ redirectAllRequestsTo, routingRules: [] });
});

const redirectAllRequestsTo = { hostName: 'www.example.com' };

it.each<[Omit<PutBucketWebsiteInput, 'bucket'>, string]>([
  [{}, 'provide either indexDocument or redirectAllRequestsTo'],
  [{ indexDocument: 'index.html', redirectAllRequestsTo }, 'provide either indexDocument or redirectAllRequestsTo'],
  [{ indexDocument: 'a/index.html' }, 'indexDocument must be the name of an object, without / (got "a/index.html")'],
  [{ errorDocument: 'e.html', redirectAllRequestsTo }, 'provide no errorDocument and routingRules'],
  [{ redirectAllRequestsTo: { hostName: 'https://example.com/' } }, 'without protocol and path'],
  [{ indexDocument: 'i', routingRules: [{ redirect: {} }] }, 'routingRules[0].redirect: provide at least one member'],
  [
    { indexDocument: 'i', routingRules: [{ condition: {}, redirect: { replaceKeyWith: 'a' } }] },
    'routingRules[0].condition: provide keyPrefixEquals, httpErrorCodeReturnedEquals or both',
  ],
  [
    { indexDocument: 'i', routingRules: [{ redirect: { replaceKeyWith: 'a', replaceKeyPrefixWith: 'b' } }] },
    'provide either replaceKeyPrefixWith or replaceKeyWith',
  ],
])('rejects %o before anything is sent', async (members, message) => {
  await using aws = fakeAws();
  const call = putBucketWebsite({ bucket, ...members }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
