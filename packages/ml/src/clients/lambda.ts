import { conflict, notFound, quota, type Service, throttled } from '@arch/core/builder';
import { LambdaClient } from '@aws-sdk/client-lambda';

/** Lambda, as the operations of this package call it. */
export const lambda: Service = {
  id: 'Lambda',
  client: LambdaClient,
  prefix: 'lambda',
  arns: { function: 'arn:aws:lambda:*:*:function:*' },
  errors: {
    CodeStorageExceededException: quota(),
    EC2ThrottledException: throttled(),
    PreconditionFailedException: conflict(),
    RecursiveInvocationException: conflict(undefined, undefined, 'Lambda has stopped a loop of functions and queues.'),
    ResourceConflictException: conflict('function', 'functionName', 'Is it being updated? Wait until it is.'),
    ResourceInUseException: conflict('function', 'functionName'),
    ResourceNotFoundException: notFound('function', 'functionName'),
    ResourceNotReadyException: conflict('function', 'functionName', 'It is not active yet: wait for it.'),
  },
  documentation: 'https://docs.aws.amazon.com/lambda/latest/api/API_',
};
