import {
  alreadyExists,
  capacity,
  conflict,
  notRetryable,
  notFound,
  quota,
  whenMessage,
  type Service,
  throttled,
} from '@arch/core/builder';
import { LambdaClient } from '@aws-sdk/client-lambda';

const notActive = 'It is not active yet: wait for it.';

/** Lambda. */
export const lambda: Service = {
  id: 'Lambda',
  client: LambdaClient,
  prefix: 'lambda',
  arns: {
    function: 'arn:aws:lambda:*:*:function:{functionName}',
    layerVersion: 'arn:aws:lambda:*:*:layer:{layerVersionArn}',
  },
  // Status 502 is about the function itself: no later call succeeds before that is changed.
  errors: {
    CapacityProviderLimitExceededException: quota(),
    CodeArtifactUserPendingException: conflict({ resource: 'function', member: 'functionName', remedy: notActive }),
    CodeStorageExceededException: quota(),
    DurableExecutionAlreadyStartedException: alreadyExists({ resource: 'durable execution' }),
    EC2AccessDeniedException: notRetryable({
      situation: 'other',
      remedy: "Give the function's role the permissions for its VPC.",
    }),
    EC2ThrottledException: throttled(),
    ENILimitReachedException: quota(),
    ENINotReadyException: conflict({ resource: 'function', member: 'functionName', remedy: notActive }),
    FunctionVersionsPerCapacityProviderLimitExceededException: quota(),
    InvalidRuntimeException: notRetryable({
      situation: 'other',
      remedy: 'The runtime does not exist or is no longer supported: choose another.',
    }),
    InvalidSecurityGroupIDException: notRetryable({
      situation: 'other',
      remedy: "Correct the security groups of the function's VPC configuration.",
    }),
    InvalidSubnetIDException: notRetryable({
      situation: 'other',
      remedy: "Correct the subnets of the function's VPC configuration.",
    }),
    InvalidZipFileException: notRetryable({
      situation: 'other',
      remedy: "Lambda cannot unzip the function's code: upload it again.",
    }),
    KMSAccessDeniedException: notRetryable({
      situation: 'other',
      remedy: "Let the function's role use the KMS key of its environment variables.",
    }),
    KMSDisabledException: notRetryable(conflict({ resource: 'KMS key', remedy: 'Enable the KMS key.' })),
    KMSInvalidStateException: notRetryable(
      conflict({ resource: 'KMS key', remedy: 'The KMS key is in a state that does not allow this.' }),
    ),
    KMSNotFoundException: notRetryable(notFound({ resource: 'KMS key' })),
    NoPublishedVersionException: conflict({
      resource: 'function',
      member: 'functionName',
      remedy: 'Publish a version of it first.',
    }),
    PolicyLengthExceededException: quota({
      resource: 'function',
      member: 'functionName',
      remedy:
        'Its policy may have 20 KiB: one route such as "ANY /items/{proxy+}" takes one statement for all that is below.',
    }),
    PreconditionFailedException: conflict({
      resource: 'function',
      member: 'functionName',
      remedy: 'Somebody has changed it since: describe it again for its revisionId.',
    }),
    RecursiveInvocationException: conflict({ remedy: 'Lambda has stopped a loop of functions and queues.' }),
    ResourceConflictException: [
      whenMessage(/statement .*already exists/i, alreadyExists({ resource: 'statement', member: 'statementId' })),
      conflict({ resource: 'function', member: 'functionName', remedy: 'Is it being updated? Wait until it is.' }),
    ],
    ResourceInUseException: conflict({ resource: 'function', member: 'functionName' }),
    ResourceNotFoundException: notFound({ resource: 'function', member: 'functionName' }),
    ResourceNotReadyException: conflict({ resource: 'function', member: 'functionName', remedy: notActive }),
    ServiceQuotaExceededException: quota(),
    SnapStartNotReadyException: conflict({ resource: 'function', member: 'functionName', remedy: notActive }),
    SubnetIPAddressLimitReachedException: capacity({
      resource: 'subnet',
      remedy: 'Give the function a larger subnet, or one more of them.',
    }),
  },
  documentation: 'https://docs.aws.amazon.com/lambda/latest/api/API_',
};
