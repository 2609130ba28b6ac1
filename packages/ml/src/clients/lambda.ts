import { alreadyExists, capacity, conflict, notFound, quota, type Service, throttled } from '@arch/core/builder';
import { LambdaClient } from '@aws-sdk/client-lambda';

const notActive = 'It is not active yet: wait for it.';

/** Lambda, as the operations of this package call it. */
export const lambda: Service = {
  id: 'Lambda',
  client: LambdaClient,
  prefix: 'lambda',
  arns: { function: 'arn:aws:lambda:*:*:function:*', layerVersion: 'arn:aws:lambda:*:*:layer:*:*' },
  errors: {
    CapacityProviderLimitExceededException: quota(),
    CodeArtifactUserPendingException: conflict('function', 'functionName', notActive),
    CodeStorageExceededException: quota(),
    DurableExecutionAlreadyStartedException: alreadyExists('durable execution'),
    EC2ThrottledException: throttled(),
    ENILimitReachedException: quota(),
    ENINotReadyException: conflict('function', 'functionName', notActive),
    FunctionVersionsPerCapacityProviderLimitExceededException: quota(),
    NoPublishedVersionException: conflict('function', 'functionName', 'Publish a version of it first.'),
    PreconditionFailedException: conflict(
      'function',
      'functionName',
      'Somebody has changed it since: describe it again for its revisionId.',
    ),
    RecursiveInvocationException: conflict(undefined, undefined, 'Lambda has stopped a loop of functions and queues.'),
    ResourceConflictException: conflict('function', 'functionName', 'Is it being updated? Wait until it is.'),
    ResourceInUseException: conflict('function', 'functionName'),
    ResourceNotFoundException: notFound('function', 'functionName'),
    ResourceNotReadyException: conflict('function', 'functionName', notActive),
    ServiceQuotaExceededException: quota(),
    SnapStartNotReadyException: conflict('function', 'functionName', notActive),
    SubnetIPAddressLimitReachedException: capacity(
      'subnet',
      undefined,
      'Give the function a larger subnet, or one more of them.',
    ),
  },
  documentation: 'https://docs.aws.amazon.com/lambda/latest/api/API_',
};
