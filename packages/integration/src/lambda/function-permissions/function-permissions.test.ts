import { AlreadyExistsError, ConflictError, InvalidInputError, NotFoundError, QuotaExceededError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { addFunctionPermission, type AddFunctionPermissionInput, removeFunctionPermission } from './index.js';

const statement = {
  Sid: 'nightly',
  Effect: 'Allow',
  Principal: { Service: 'events.amazonaws.com' },
  Action: 'lambda:InvokeFunction',
  Resource: 'arn:aws:lambda:us-east-1:123456789012:function:orders',
};
const nightly = {
  functionName: 'orders',
  statementId: 'nightly',
  principal: 'events.amazonaws.com',
  sourceArn: 'arn:aws:events:us-east-1:123456789012:rule/nightly',
};

it('allows a service to invoke a function, and returns the statement as an object', async () => {
  await using aws = fakeAws({ answers: { AddPermission: { Statement: JSON.stringify(statement) } } });
  const added = await addFunctionPermission({ ...nightly, qualifier: 'live' }, { session: aws.session });
  expect(added).toEqual({ statement });
  expect(aws.requests[0]?.input).toEqual({
    FunctionName: 'orders',
    Qualifier: 'live',
    StatementId: 'nightly',
    Principal: 'events.amazonaws.com',
    SourceArn: nightly.sourceArn,
    Action: 'lambda:InvokeFunction',
  });
});

it('removes a statement', async () => {
  await using aws = fakeAws({ answers: { RemovePermission: {} } });
  const options = { session: aws.session };
  await removeFunctionPermission({ functionName: 'orders', statementId: 'nightly' }, options);
  expect(aws.requests[0]?.input).toEqual({ FunctionName: 'orders', StatementId: 'nightly' });
  aws.on(
    'RemovePermission',
    awsError('ResourceNotFoundException', 'Statement nightly is not found in resource policy.'),
  );
  const again = removeFunctionPermission({ functionName: 'orders', statementId: 'nightly' }, options);
  await expect(again).rejects.toThrow('statement nightly does not exist in this account and region');
});

it.each([
  ['ResourceConflictException', AlreadyExistsError],
  ['ResourceNotFoundException', NotFoundError],
  ['PolicyLengthExceededException', QuotaExceededError],
  ['PreconditionFailedException', ConflictError],
])('translates %s', async (code, kind) => {
  const message = 'The statement id (nightly) provided already exists.';
  await using aws = fakeAws({ answers: { AddPermission: awsError(code, message, { status: 409 }) } });
  await expect(addFunctionPermission(nightly, { session: aws.session })).rejects.toThrow(kind);
});

it.each<[string, Partial<AddFunctionPermissionInput>, RegExp]>([
  [
    'a service that could act for all accounts',
    { sourceArn: undefined },
    /principal: "events\.amazonaws\.com" requires sourceArn or sourceAccount: otherwise the service can act for any account/,
  ],
  [
    'everyone',
    { principal: '*' },
    /principal must be a service, an account or a role, and not \*, which allows everyone \(got "\*"\)/,
  ],
  [
    'a version in the ARN',
    { functionName: `${statement.Resource}:3` },
    /functionName must be the name of a function, or its ARN without a version: pass the version as qualifier \(got "arn:aws:lambda:us-east-1:123456789012:function:orders:3"\)/,
  ],
  ['a statement ID with a space', { statementId: 'every night' }, /1–100 letters/],
  ['an account ID that is too short', { sourceAccount: '1234' }, /12 digits/],
])('rejects %s before anything is sent', async (_what, wrong, message) => {
  await using aws = fakeAws();
  const call = addFunctionPermission({ ...nightly, ...wrong }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
