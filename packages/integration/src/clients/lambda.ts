import { alreadyExists, conflict, notFound, quota, type Service } from '@arch/core/builder';
import { LambdaClient } from '@aws-sdk/client-lambda';

/** Lambda as far as others may call its functions. */
export const lambda: Service = {
  id: 'Lambda',
  client: LambdaClient,
  prefix: 'lambda',
  arns: { function: 'arn:aws:lambda:*:*:function:*' },
  errors: {
    PolicyLengthExceededException: quota(
      'function',
      'functionName',
      'Its policy may have 20 KiB: one route such as "ANY /items/{proxy+}" takes one statement for all that is below.',
    ),
    PreconditionFailedException: conflict('function', 'functionName', 'Its policy has been changed since.'),
    ResourceConflictException: alreadyExists(
      'statement',
      'statementId',
      'Or the function is just being changed: try again.',
    ),
    ResourceNotFoundException: notFound('function', 'functionName'),
  },
  documentation: 'https://docs.aws.amazon.com/lambda/latest/api/API_',
};
