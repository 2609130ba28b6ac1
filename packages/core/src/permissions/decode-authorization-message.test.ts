import { describe, expect, it } from 'vitest';

import { describeInstance, startInstance } from '../__fixtures__/instances.js';
import { awsError, type FakeAws, fakeAws } from '../testing/index.js';
import { AccessDeniedError } from '../errors/access-denied-error.js';
import { decodeAuthorizationMessage } from './decode-authorization-message.js';

const instance = 'arn:aws:ec2:us-east-1:123456789012:instance/i-1';
const user = 'arn:aws:iam::123456789012:user/ann';
const encoded = '4W_HMNzeIIH9PwcMY2vKz';

const deny = (aws: FakeAws, message: string): void => {
  for (const name of ['StartInstances', 'DescribeInstances'])
    aws.on(name, awsError('UnauthorizedOperation', message, { status: 403 }));
};
const failureOf = async (
  aws: FakeAws,
  call: typeof startInstance | typeof describeInstance = startInstance,
): Promise<AccessDeniedError> => {
  const error: unknown = await (call as typeof describeInstance)('i-1', { session: aws.session }).catch(
    (each: unknown) => each,
  );
  if (error instanceof AccessDeniedError) return error;
  throw new TypeError(`not denied: ${String(error)}`);
};

describe('a denial', () => {
  it('names principal, action, resource and the statement that would allow it', async () => {
    await using aws = fakeAws();
    const why = 'no identity-based policy allows the ec2:StartInstances action';
    deny(
      aws,
      `You are not authorized to perform this operation. User: ${user} is not authorized to perform: ec2:StartInstances on resource: ${instance} because ${why}. ` +
        `Encoded authorization failure message: ${encoded}`,
    );
    const statement = { Effect: 'Allow', Action: 'ec2:StartInstances', Resource: instance };
    expect(await failureOf(aws)).toMatchObject({
      message:
        `startInstance: ${user} is not authorized to perform ec2:StartInstances on ${instance}. AWS says: ${why}. ` +
        `Add this statement to one of its policies: ${JSON.stringify(statement)}`,
      action: 'ec2:StartInstances',
      principal: user,
      statement,
      encodedMessage: encoded,
      status: 403,
      retryable: false,
    });
  });

  it("names the call's own action if AWS names none", async () => {
    await using aws = fakeAws();
    deny(aws, `You are not authorized to perform this operation. Encoded authorization failure message: ${encoded}`);
    expect((await failureOf(aws)).message).toBe(
      'startInstance: the caller is not authorized to perform ec2:StartInstances. AWS says: You are not authorized to perform this operation. ' +
        'Add this statement to one of its policies: {"Effect":"Allow","Action":"ec2:StartInstances","Resource":"arn:aws:ec2:*:*:instance/*"}',
    );
    expect(await failureOf(aws, describeInstance)).toMatchObject({
      action: 'ec2:DescribeInstances',
      statement: { Resource: '*' },
    });
  });

  it('has no statement if no statement would help', async () => {
    await using aws = fakeAws();
    deny(
      aws,
      `User: ${user} is not authorized to perform: ec2:StartInstances on resource: ${instance} with an explicit deny in a service control policy`,
    );
    expect(await failureOf(aws)).toMatchObject({
      message:
        `startInstance: ${user} is not authorized to perform ec2:StartInstances on ${instance}. AWS says: an explicit deny in a service control policy. ` +
        'A statement that allows the action has no effect: remove or narrow the statement that denies it.',
      statement: undefined,
    });
    aws.on('StartInstances', awsError('OptInRequired', 'You are not subscribed to this service.', { status: 401 }));
    expect(await failureOf(aws)).toMatchObject({
      message:
        'startInstance: AWS denied access. AWS says: You are not subscribed to this service. ' +
        'The account has not signed up for this service, or has not enabled the region.',
      statement: undefined,
    });
  });
});

describe('the encoded reason of a denial', () => {
  const decoded = {
    allowed: false,
    explicitDeny: true,
    matchedStatements: { items: [{ statementId: 'NoProduction' }, {}] },
    context: { principal: { arn: user }, action: 'ec2:StartInstances', resource: instance },
  };
  const error = new AccessDeniedError('no', { encodedMessage: encoded });

  it.each([
    [
      decoded,
      `${user} is not authorized to perform ec2:StartInstances on ${instance}: a policy statement denies it (NoProduction).`,
      true,
    ],
    [
      { ...decoded, matchedStatements: {} },
      `${user} is not authorized to perform ec2:StartInstances on ${instance}: a policy statement denies it.`,
      true,
    ],
    [
      { ...decoded, explicitDeny: false },
      `${user} is not authorized to perform ec2:StartInstances on ${instance}: no policy statement allows it.`,
      false,
    ],
    [{}, 'The caller is not authorized to perform this action on this resource: no policy statement allows it.', false],
  ])('is decoded by STS: %#', async (document, reason, explicitDeny) => {
    await using aws = fakeAws({
      answers: { DecodeAuthorizationMessage: { DecodedMessage: JSON.stringify(document) } },
    });
    expect(await decodeAuthorizationMessage(error, { session: aws.session })).toMatchObject({
      reason,
      explicitDeny,
      details: document,
    });
    expect(aws.requests[0]?.input).toEqual({ EncodedMessage: encoded });
  });

  it('requires a permission itself', async () => {
    await using aws = fakeAws();
    aws.on(
      'DecodeAuthorizationMessage',
      awsError('AccessDenied', `User: ${user} is not authorized to perform: sts:DecodeAuthorizationMessage`, {
        status: 403,
      }),
    );
    await expect(decodeAuthorizationMessage(error, { session: aws.session })).rejects.toMatchObject({
      name: 'AccessDeniedError',
      operation: 'decodeAuthorizationMessage',
      statement: { Effect: 'Allow', Action: 'sts:DecodeAuthorizationMessage', Resource: '*' },
    });
  });

  it.each([new AccessDeniedError('no'), undefined, new Error('no')])('is required in the error: %s', async (other) => {
    await using aws = fakeAws({ answers: { DecodeAuthorizationMessage: {} } });
    await expect(decodeAuthorizationMessage(other as never, { session: aws.session })).rejects.toMatchObject({
      name: 'InvalidInputError',
      message: 'decodeAuthorizationMessage: the error has no encodedMessage. Pass an AccessDeniedError of EC2.',
    });
    expect(aws.requests).toEqual([]);
  });

  it('can be empty', async () => {
    await using aws = fakeAws({ answers: { DecodeAuthorizationMessage: {} } });
    expect(await decodeAuthorizationMessage(error, { session: aws.session })).toMatchObject({
      explicitDeny: false,
      details: {},
    });
  });
});
