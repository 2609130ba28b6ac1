import {
  awsJson,
  conflict,
  type ErrorTable,
  notFound,
  type Permission,
  quota,
  type Service,
  whenMessage,
} from '@arch/core/builder';
import { EMRClient } from '@aws-sdk/client-emr';

/** EMR has only two codes for invalid requests. The message distinguishes the problems. */
const emrErrors: ErrorTable = {
  InvalidRequestException: [
    whenMessage(/^Cluster id .*is not valid/i, notFound({ resource: 'cluster', member: 'clusterId' })),
    whenMessage(/^Step id .*is not valid/i, notFound({ resource: 'step', member: 'stepId' })),
  ],
  ValidationException: [
    whenMessage(/job flow ID does not exist/i, notFound({ resource: 'cluster', member: 'clusterId' })),
    whenMessage(
      /termination protected/i,
      conflict({
        resource: 'cluster',
        member: 'clusterId',
        remedy: 'Disable termination protection first, with setEmrTerminationProtection.',
      }),
    ),
    whenMessage(
      /shutting down, terminated, or finished/i,
      conflict({
        resource: 'cluster',
        member: 'clusterId',
        remedy: 'A cluster that has ended accepts no steps: create another cluster with runJobFlow.',
      }),
    ),
    whenMessage(
      /^Maximum number of active steps/i,
      quota({
        resource: 'cluster',
        member: 'clusterId',
        remedy: 'A cluster can have 256 pending and running steps: wait until some of them have ended.',
      }),
    ),
  ],
};

/** EMR on EC2. */
export const emr: Service = {
  id: 'EMR',
  client: EMRClient,
  protocol: awsJson,
  prefix: 'elasticmapreduce',
  arns: { cluster: 'arn:aws:elasticmapreduce:*:*:cluster/{clusterId}' },
  errors: emrErrors,
  documentation: 'https://docs.aws.amazon.com/emr/latest/APIReference/API_',
};

/** The IAM permissions for the roles of a cluster: passing a role to EMR or to its instances is a separate permission. */
export const emrRolePermissions: readonly Permission[] = [
  {
    action: 'iam:PassRole',
    resources: ['arn:aws:iam::*:role/{roleArn}'],
    condition: { StringLike: { 'iam:PassedToService': 'elasticmapreduce.amazonaws.com*' } },
  },
  {
    action: 'iam:PassRole',
    resources: ['arn:aws:iam::*:role/{roleArn}'],
    condition: { StringLike: { 'iam:PassedToService': 'ec2.amazonaws.com*' } },
  },
  {
    action: 'iam:CreateServiceLinkedRole',
    resources: ['arn:aws:iam::*:role/aws-service-role/elasticmapreduce.amazonaws.com/*'],
    with: 'serviceLinkedRole',
  },
];
