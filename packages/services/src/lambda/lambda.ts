import {
  alreadyExists,
  capacity,
  conflict,
  denied,
  invalidRequest,
  notFound,
  notRetryable,
  quota,
  restJson,
  type Service,
  throttled,
  whenMessage,
  withoutStatement,
} from '@arch/core/builder';
import { LambdaClient } from '@aws-sdk/client-lambda';

const notActive = 'The function is not active yet: wait until it is active.';

/** Lambda. */
export const lambda: Service = {
  id: 'Lambda',
  client: LambdaClient,
  protocol: restJson,
  prefix: 'lambda',
  arns: {
    function: 'arn:aws:lambda:*:*:function:{functionName}',
    layerVersion: 'arn:aws:lambda:*:*:layer:{layerVersionArn}',
  },
  // Codes with status 502 are about the function's configuration: no later call succeeds before the configuration is changed.
  errors: {
    CapacityProviderLimitExceededException: quota(),
    CodeArtifactUserPendingException: conflict({ resource: 'function', member: 'functionName', remedy: notActive }),
    CodeStorageExceededException: quota(),
    DurableExecutionAlreadyStartedException: alreadyExists({ resource: 'durable execution' }),
    EC2AccessDeniedException: withoutStatement(
      denied({ remedy: "Give the function's role the permissions for network interfaces in its VPC." }),
    ),
    EC2ThrottledException: throttled(),
    EFSMountFailureException: withoutStatement(
      denied({ remedy: "Check that the function's role has the permission to mount the file system." }),
    ),
    ENILimitReachedException: quota(),
    ENINotReadyException: conflict({ resource: 'function', member: 'functionName', remedy: notActive }),
    FunctionVersionsPerCapacityProviderLimitExceededException: quota(),
    InvalidParameterValueException: [
      whenMessage(/layer version .* does not exist/i, notFound({ resource: 'layer version' })),
      whenMessage(/NoSuchBucket/, notFound({ resource: 'bucket' })),
      whenMessage(/NoSuchKey/, notFound({ resource: 'object' })),
      whenMessage(/InvalidSubnetID\.NotFound|subnet ID .* does not exist/i, notFound({ resource: 'subnet' })),
      whenMessage(/InvalidGroup\.NotFound|security group .* does not exist/i, notFound({ resource: 'security group' })),
      whenMessage(/number of tags exceeds/i, quota({ remedy: 'A function can have 50 tags.' })),
      whenMessage(
        /DisabledException|KMSInvalidState|KMS key is (?:disabled|pending)/i,
        conflict({ resource: 'KMS key' }),
      ),
      whenMessage(
        /role does not have permissions to call/i,
        withoutStatement(
          denied({ remedy: "Give the function's role this permission, e.g. with AWSLambdaVPCAccessExecutionRole." }),
        ),
      ),
    ],
    InvalidRuntimeException: notRetryable(
      invalidRequest({ remedy: 'The runtime does not exist or is no longer supported: choose another.' }),
    ),
    InvalidSecurityGroupIDException: notRetryable(
      invalidRequest({ remedy: "Correct the security groups of the function's VPC configuration." }),
    ),
    InvalidSubnetIDException: notRetryable(
      invalidRequest({ remedy: "Correct the subnets of the function's VPC configuration." }),
    ),
    InvalidZipFileException: notRetryable(
      invalidRequest({ remedy: "Lambda cannot unzip the function's code: upload it again." }),
    ),
    KMSAccessDeniedException: withoutStatement(
      denied({ remedy: "Give the function's role the permission to use the KMS key of its environment variables." }),
    ),
    KMSDisabledException: notRetryable(conflict({ resource: 'KMS key', remedy: 'Enable the KMS key.' })),
    KMSInvalidStateException: notRetryable(
      conflict({ resource: 'KMS key', remedy: 'The KMS key is in a state that does not allow this.' }),
    ),
    KMSNotFoundException: notRetryable(notFound({ resource: 'KMS key' })),
    NoPublishedVersionException: conflict({
      resource: 'function',
      member: 'functionName',
      remedy: 'Publish a version of the function first.',
    }),
    PolicyLengthExceededException: quota({
      resource: 'function',
      member: 'functionName',
      remedy:
        'The policy of a function can have 20 KiB. Use fewer routes: "ANY /items/{proxy+}" needs one statement for all paths below /items.',
    }),
    PublicPolicyException: denied({
      remedy: 'The policy would make the function public, and a setting of the account or of the function blocks this.',
    }),
    PreconditionFailedException: conflict({
      resource: 'function',
      member: 'functionName',
      remedy: 'The function has changed since this revisionId was read: describe it again and pass the new revisionId.',
    }),
    RecursiveInvocationException: conflict({
      remedy: 'Lambda stopped the invocation because the function invokes itself in a loop.',
    }),
    ResourceConflictException: [
      whenMessage(/statement .*already exists/i, alreadyExists({ resource: 'statement', member: 'statementId' })),
      conflict({
        resource: 'function',
        member: 'functionName',
        remedy: 'If an update of the function is in progress, wait until it has ended.',
      }),
    ],
    ResourceInUseException: conflict({ resource: 'function', member: 'functionName' }),
    ResourceNotFoundException: notFound({ resource: 'function', member: 'functionName' }),
    ResourceNotReadyException: conflict({ resource: 'function', member: 'functionName', remedy: notActive }),
    S3FilesMountFailureException: withoutStatement(
      denied({ remedy: "Check that the function's role has the permission to mount the file system." }),
    ),
    ServiceQuotaExceededException: quota(),
    SnapStartNotReadyException: conflict({ resource: 'function', member: 'functionName', remedy: notActive }),
    SubnetIPAddressLimitReachedException: capacity({
      resource: 'subnet',
      remedy: 'Use a larger subnet for the function, or add another subnet.',
    }),
  },
  documentation: 'https://docs.aws.amazon.com/lambda/latest/api/API_',
};
