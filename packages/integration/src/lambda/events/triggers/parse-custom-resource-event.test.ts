import { InvalidInputError } from '@arch/core';
import { z } from '@arch/core/builder';
import { expect, it } from 'vitest';

import { parseCustomResourceEvent } from '../../index.js';

const event = {
  RequestType: 'Update',
  ServiceToken: 'arn:aws:lambda:eu-west-1:123456789012:function:certificates',
  ResponseURL: 'https://cloudformation-custom-resource-response-euwest1.s3.amazonaws.com/marker-secret',
  StackId: 'arn:aws:cloudformation:eu-west-1:123456789012:stack/shop/1',
  RequestId: 'r-1',
  LogicalResourceId: 'Certificate',
  PhysicalResourceId: 'certificate-1',
  ResourceType: 'Custom::Certificate',
  ResourceProperties: { ServiceToken: 'arn', ServiceTimeout: '60', domain: 'example.com' },
  OldResourceProperties: { ServiceToken: 'arn', domain: 'example.org' },
};

it('parses a request about a custom resource', async () => {
  const parsed = await parseCustomResourceEvent(event, z.object({ domain: z.string() }));
  expect(parsed).toEqual({
    requestType: 'Update',
    responseUrl: event.ResponseURL,
    stackId: event.StackId,
    requestId: 'r-1',
    logicalResourceId: 'Certificate',
    resourceType: 'Custom::Certificate',
    physicalResourceId: 'certificate-1',
    resourceProperties: { domain: 'example.com' },
    oldResourceProperties: { domain: 'example.org' },
  });
  expect(parsed.aws).toBe(event);
});

it('returns no physical ID and no old properties for Create', async () => {
  const { PhysicalResourceId: _id, OldResourceProperties: _old, ...create } = { ...event, RequestType: 'Create' };
  const parsed = await parseCustomResourceEvent(create);
  expect(Object.keys(parsed)).not.toContain('physicalResourceId');
  expect(Object.keys(parsed)).not.toContain('oldResourceProperties');
});

it('rejects invalid events without quoting the presigned URL', async () => {
  const wrong = parseCustomResourceEvent(event, z.object({ domain: z.number() }));
  await expect(wrong).rejects.toThrow(InvalidInputError);
  await expect(wrong).rejects.toThrow('parseCustomResourceEvent: ResourceProperties does not match the schema: domain');
  const url = parseCustomResourceEvent({ ...event, ResponseURL: [event.ResponseURL] });
  await expect(url).rejects.toThrow('ResponseURL must be');
  await expect(url).rejects.not.toThrow('marker-secret');
});
