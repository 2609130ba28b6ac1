import {
  capacity,
  conflict,
  inParent,
  invalidRequest,
  notFound,
  quota,
  restJson,
  retryable,
  type Service,
  serviceError,
  whenGiven,
  whenMessage,
} from '@arch/core/builder';
import { GlacierClient } from '@aws-sdk/client-glacier';

/** The older Amazon Glacier service with its vaults, closed to new customers since December 2025. S3's storage classes belong to S3. */
export const glacier: Service = {
  id: 'Glacier',
  client: GlacierClient,
  protocol: restJson,
  prefix: 'glacier',
  arns: { vault: 'arn:aws:glacier:*:*:vaults/{vaultName}' },
  errors: {
    InsufficientCapacityException: capacity({ remedy: 'Call again later, or choose the tier Standard or Bulk.' }),
    InvalidParameterValueException: [
      whenMessage(
        /vault not empty|recently written/i,
        conflict({
          resource: 'vault',
          member: 'vaultName',
          remedy: 'Delete its archives first. AWS deletes the vault only after its next inventory, about a day later.',
        }),
      ),
      whenMessage(
        /not currently available|not (?:yet )?(?:complete|ready)|in progress/i,
        inParent(
          'vaultName',
          conflict({ resource: 'job', member: 'jobId', remedy: 'Wait for it with waitForVaultJob first.' }),
        ),
      ),
      invalidRequest(),
    ],
    LimitExceededException: quota(),
    NoLongerSupportedException: serviceError({
      remedy: 'The vaults of Glacier are closed to new customers: use a Glacier storage class of S3.',
    }),
    PolicyEnforcedException: conflict({
      resource: 'vault',
      member: 'vaultName',
      remedy: 'The data retrieval policy of the account limits retrievals: call again later, or change the policy.',
    }),
    RequestTimeoutException: retryable(serviceError()),
    ResourceNotFoundException: [
      whenMessage(/vault not found/i, notFound({ resource: 'vault', member: 'vaultName' })),
      whenGiven('uploadId', inParent('vaultName', notFound({ resource: 'upload', member: 'uploadId' }))),
      whenGiven('jobId', inParent('vaultName', notFound({ resource: 'job', member: 'jobId' }))),
      whenGiven('uploadId', inParent('vaultName', notFound({ resource: 'multipart upload', member: 'uploadId' }))),
      whenGiven('archiveId', inParent('vaultName', notFound({ resource: 'archive', member: 'archiveId' }))),
      notFound({ resource: 'vault', member: 'vaultName' }),
    ],
    ServiceUnavailableException: retryable(serviceError()),
  },
  documentation: 'https://docs.aws.amazon.com/amazonglacier/latest/dev/',
};
