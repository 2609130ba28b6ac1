import { alreadyExists, notFound, type Service } from '@arch/core/builder';
import { LambdaClient } from '@aws-sdk/client-lambda';

/** Lambda as far as others may call its functions. */
export const lambda: Service = {
  id: 'Lambda',
  client: LambdaClient,
  prefix: 'lambda',
  arns: { function: 'arn:aws:lambda:*:*:function:*' },
  errors: {
    ResourceConflictException: alreadyExists('statement', 'statementId'),
    ResourceNotFoundException: notFound('function', 'functionName'),
  },
  documentation: 'https://docs.aws.amazon.com/lambda/latest/api/API_',
};
