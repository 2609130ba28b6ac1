import {
  alreadyExists,
  capacity,
  conflict,
  type ErrorRule,
  lasting,
  notFound,
  quota,
  type Service,
  throttled,
} from '@arch/core/builder';
import { LambdaClient } from '@aws-sdk/client-lambda';

const notActive = 'It is not active yet: wait for it.';

/** Lambda sends status 502 for what is wrong with the function itself: no later call succeeds before that is changed. */
const ofFunction = (remedy: string): ErrorRule => lasting({ situation: 'other', remedy });

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
    EC2AccessDeniedException: ofFunction("Give the function's role the permissions for its VPC."),
    EC2ThrottledException: throttled(),
    ENILimitReachedException: quota(),
    ENINotReadyException: conflict('function', 'functionName', notActive),
    FunctionVersionsPerCapacityProviderLimitExceededException: quota(),
    InvalidRuntimeException: ofFunction('The runtime does not exist or is no longer supported: choose another.'),
    InvalidSecurityGroupIDException: ofFunction("Correct the security groups of the function's VPC configuration."),
    InvalidSubnetIDException: ofFunction("Correct the subnets of the function's VPC configuration."),
    InvalidZipFileException: ofFunction("Lambda cannot unzip the function's code: upload it again."),
    KMSAccessDeniedException: ofFunction("Let the function's role use the KMS key of its environment variables."),
    KMSDisabledException: lasting(conflict('KMS key', undefined, 'Enable the KMS key.')),
    KMSInvalidStateException: lasting(
      conflict('KMS key', undefined, 'The KMS key is in a state that does not allow this.'),
    ),
    KMSNotFoundException: lasting(notFound('KMS key')),
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
