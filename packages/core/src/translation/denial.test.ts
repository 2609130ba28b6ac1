import { describe, expect, it } from 'vitest';

import { readDenial } from './denial.js';

const ann = 'arn:aws:iam::123456789012:user/ann';
const instance = 'arn:aws:ec2:eu-west-1:123456789012:instance/i-1';

describe("AWS's message about a denial", () => {
  it.each([
    [
      `User: ${ann} is not authorized to perform: ec2:StartInstances on resource: ${instance} because no identity-based policy allows the ec2:StartInstances action`,
      {
        principal: ann,
        action: 'ec2:StartInstances',
        resource: instance,
        reason: 'no identity-based policy allows the ec2:StartInstances action',
        explicit: false,
      },
    ],
    [
      `User: ${ann} is not authorized to perform: sqs:SendMessage on resource: ${instance} with an explicit deny in a resource-based policy`,
      {
        action: 'sqs:SendMessage',
        resource: instance,
        reason: 'an explicit deny in a resource-based policy',
        explicit: true,
      },
    ],
    [
      `User: ${ann} is not authorized to perform: rds:DescribeDBInstances, because of the weather`,
      { action: 'rds:DescribeDBInstances', resource: undefined, reason: 'of the weather' },
    ],
    [`User: ${ann} is not authorized to perform: s3:PutObject.`, { action: 's3:PutObject', reason: undefined }],
    [`User: ${ann} is not authorized to perform: s3:PutObject on resource: ${instance}.`, { resource: instance }],
    [
      'Access Denied',
      { principal: undefined, action: undefined, resource: undefined, reason: 'Access Denied', explicit: false },
    ],
    ['', { reason: undefined, encodedMessage: undefined }],
  ])('%s', (message, expected) => {
    expect(readDenial(message)).toMatchObject(expected);
  });

  it('is separated from the encoded message after it', () => {
    const message =
      'You are not authorized to perform this operation. User: arn:aws:sts::123456789012:assumed-role/dev/ann is not authorized to perform: ' +
      'ec2:RunInstances on resource: arn:aws:ec2:eu-west-1::image/ami-1 because no identity-based policy allows the ec2:RunInstances action. ' +
      'Encoded authorization failure message: 4W_HMNzeIIH9Pw and more';
    expect(readDenial(message)).toEqual({
      principal: 'arn:aws:sts::123456789012:assumed-role/dev/ann',
      action: 'ec2:RunInstances',
      resource: 'arn:aws:ec2:eu-west-1::image/ami-1',
      reason: 'no identity-based policy allows the ec2:RunInstances action.',
      explicit: false,
      encodedMessage: '4W_HMNzeIIH9Pw',
    });
  });

  it('is the reason as a whole if it names no action', () => {
    expect(
      readDenial('You are not authorized to perform this operation. Encoded authorization failure message: abc'),
    ).toMatchObject({
      action: undefined,
      reason: 'You are not authorized to perform this operation.',
      encodedMessage: 'abc',
    });
  });
});
