import { translatedError } from '@arch/contract';
import type { ArchError } from '@arch/core';
import type { ErrorTable } from '@arch/core/builder';
import { describe, expect, it } from 'vitest';

import { autoScaling } from './auto-scaling/index.js';
import { ec2 } from './ec2/index.js';
import { elasticLoadBalancing } from './elastic-load-balancing/index.js';
import { eventBridge } from './event-bridge/index.js';
import { glacier } from './glacier/index.js';
import { lambda } from './lambda/index.js';
import { rds } from './rds/index.js';
import { s3 } from './s3/index.js';
import { sns } from './sns/index.js';
import { sqs } from './sqs/index.js';

const functionInput = { functionName: 'resize' };

const translated = (
  table: ErrorTable,
  code: string,
  message: string,
  input?: Readonly<Record<string, unknown>>,
): ArchError => translatedError(table, { code, message }, input);

describe('a code with several meanings', () => {
  it.each([
    [
      'the group',
      'ValidationError',
      'AutoScalingGroup name not found - AutoScalingGroup web not found',
      'NotFoundError',
    ],
    [
      'a configuration',
      'ValidationError',
      'Launch configuration name not found - A launch configuration with the name: web does not exist',
      'NotFoundError',
    ],
    [
      'input',
      'ValidationError',
      '1 validation error detected: Value at maxSize failed to satisfy constraint',
      'InvalidRequestError',
    ],
  ])('of Auto Scaling, about %s', (_title, code, message, name) => {
    const error = translated(autoScaling.errors, code, message, { autoScalingGroupName: 'web' });
    expect(error.name).toBe(name);
    if (/^AutoScalingGroup/.test(message)) expect(error.id).toBe('web');
  });

  it.each([
    ['InvalidSecurityGroup', "The security group 'sg-0a1b2c3d' does not exist", 'NotFoundError'],
    ['InvalidSubnet', 'The specified subnet is out of available addresses.', 'CapacityError'],
    [
      'InvalidSubnet',
      'Not enough IP space available in subnet-0a1b2c3d. ELB requires at least 8 free IP addresses in each subnet.',
      'CapacityError',
    ],
    ['InvalidSubnet', 'VPC vpc-0a1b2c3d has no internet gateway', 'InvalidRequestError'],
    [
      'TooManyCertificates',
      "You've reached the limit on the number of certificates per load balancer.",
      'QuotaExceededError',
    ],
    ['TooManyActions', "You've reached the limit on the number of actions per rule.", 'QuotaExceededError'],
    ['TooManyTags', "You've reached the limit on the number of tags for this resource.", 'QuotaExceededError'],
    [
      'TooManyUniqueTargetGroupsPerLoadBalancer',
      "You've reached the limit on the number of unique target groups per load balancer.",
      'QuotaExceededError',
    ],
    [
      'TargetGroupAssociationLimit',
      "You've reached the limit on the number of load balancers per target group.",
      'QuotaExceededError',
    ],
    ['TrustStoreNotReady', 'The specified trust store is not active.', 'ConflictError'],
  ])('of Elastic Load Balancing: %s: %s', (code, message, name) => {
    expect(translated(elasticLoadBalancing.errors, code, message).name).toBe(name);
  });

  it.each([
    [
      'InvalidParameterValueException',
      'Layer version arn:aws:lambda:eu-west-1:123456789012:layer:sharp:3 does not exist.',
      'NotFoundError',
    ],
    [
      'InvalidParameterValueException',
      "Error occurred while DescribeSubnets. EC2 Error Code: InvalidSubnetID.NotFound. EC2 Error Message: The subnet ID 'subnet-0a1b2c3d' does not exist",
      'NotFoundError',
    ],
    [
      'InvalidParameterValueException',
      "Error occurred while DescribeSecurityGroups. EC2 Error Code: InvalidGroup.NotFound. EC2 Error Message: The security group 'sg-0a1b2c3d' does not exist",
      'NotFoundError',
    ],
    [
      'InvalidParameterValueException',
      'Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist.',
      'NotFoundError',
    ],
    [
      'InvalidParameterValueException',
      'Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The specified bucket does not exist',
      'NotFoundError',
    ],
    ['InvalidParameterValueException', 'Number of tags exceeds resource tag limit.', 'QuotaExceededError'],
    [
      'InvalidParameterValueException',
      'Lambda was unable to configure access to your environment variables because the KMS key is disabled. Please check your KMS key settings.',
      'ConflictError',
    ],
    [
      'InvalidParameterValueException',
      'The provided execution role does not have permissions to call CreateNetworkInterface on EC2',
      'AccessDeniedError',
    ],
    ['InvalidParameterValueException', 'Unzipped size must be smaller than 262144000 bytes', 'InvalidRequestError'],
    [
      'KMSDisabledException',
      'Lambda was unable to decrypt the environment variables because the KMS key used is disabled.',
      'ConflictError',
    ],
    [
      'KMSInvalidStateException',
      'Lambda was unable to decrypt the environment variables because the state of the KMS key used is not valid for Decrypt.',
      'ConflictError',
    ],
    [
      'PublicPolicyException',
      'Lambda prevented your policy from being created because it would grant public access to your function.',
      'AccessDeniedError',
    ],
  ])('of Lambda: %s: %s', (code, message, name) => {
    const error = translated(lambda.errors, code, message, functionInput);
    expect(error.name).toBe(name);
    // The missing resource is not the function.
    if (name === 'NotFoundError') expect(error.id).toBeUndefined();
  });

  it.each([
    [
      'KMSAccessDeniedException',
      'Lambda was unable to decrypt the environment variables because KMS access was denied. KMS Message: User: arn:aws:sts::123456789012:assumed-role/fn/resize is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:123456789012:key/k-1',
    ],
    ['EC2AccessDeniedException', 'Need additional permissions to configure VPC settings.'],
    [
      'InvalidParameterValueException',
      'The provided execution role does not have permissions to call DescribeNetworkInterfaces on EC2',
    ],
  ])("suggests no statement to the caller if AWS denied the function's role: %s", (code, message) => {
    const error = translated(lambda.errors, code, message, functionInput);
    expect(error).toMatchObject({ name: 'AccessDeniedError', statement: undefined });
    expect(error.message).toMatch(/function's role/);
  });

  it.each([
    ['KMS.DisabledException', 'arn:aws:kms:eu-west-1:123456789012:key/k-1 is disabled.', 'ConflictError'],
    [
      'KMS.KMSInvalidStateException',
      'arn:aws:kms:eu-west-1:123456789012:key/k-1 is pending deletion.',
      'ConflictError',
    ],
    ['InvalidPart', 'One or more of the specified parts could not be found.', 'ConflictError'],
    ['InvalidRequest', 'Bucket is missing Object Lock Configuration', 'ConflictError'],
    ['InvalidRequest', 'Missing required header for this request: x-amz-content-sha256', 'InvalidRequestError'],
    ['TooManyParts', 'You have attempted to upload more parts than allowed.', 'QuotaExceededError'],
    ['InvalidToken', 'The provided token is malformed or otherwise invalid.', 'CredentialsError'],
    ['InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.', 'CredentialsError'],
    ['ObjectNotInActiveTierError', 'The source object of the COPY action is not in the active tier.', 'ConflictError'],
  ])('of S3: %s: %s', (code, message, name) => {
    expect(translated(s3.errors, code, message, { bucket: 'reports', key: 'a.csv' }).name).toBe(name);
  });

  it.each([
    [
      'InvalidParameterValue',
      'Value AQEB for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.',
      'ConflictError',
    ],
    [
      'InvalidParameterValue',
      'Value 13 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.',
      'InvalidRequestError',
    ],
    ['KMS.DisabledException', 'The KMS key is disabled.', 'ConflictError'],
    ['KMS.InvalidStateException', 'The KMS key is pending deletion.', 'ConflictError'],
    ['KMS.OptInRequired', 'The AWS access key ID needs a subscription for the service.', 'AccessDeniedError'],
  ])('of SQS: %s: %s', (code, message, name) => {
    expect(translated(sqs.errors, code, message).name).toBe(name);
  });

  it('of EventBridge: a rule that has targets', () => {
    const message = "Rule can't be deleted since it has targets.";
    expect(translated(eventBridge.errors, 'ValidationException', message, { name: 'nightly' })).toMatchObject({
      name: 'ConflictError',
      resource: 'rule',
      id: 'nightly',
    });
    expect(
      translated(eventBridge.errors, 'ValidationException', 'Parameter ScheduleExpression is not valid.').name,
    ).toBe('InvalidRequestError');
  });

  it('of Glacier: a vault, a job, an archive or an upload that does not exist, a vault that is not empty', () => {
    const code = 'ResourceNotFoundException';
    const input = { vaultName: 'photos', archiveId: 'a1' };
    expect(translated(glacier.errors, code, 'Vault not found for ARN: arn', input).resource).toBe('vault');
    expect(translated(glacier.errors, code, 'The archive ID was not found: a1', input).resource).toBe('archive');
    expect(translated(glacier.errors, code, 'not found', { vaultName: 'photos', jobId: 'j1' }).resource).toBe('job');
    const upload = { vaultName: 'photos', uploadId: 'u1' };
    expect(translated(glacier.errors, code, 'not found', upload).resource).toBe('upload');
    const invalid = 'InvalidParameterValueException';
    expect(translated(glacier.errors, invalid, 'Vault not empty or recently written to: arn', input)).toMatchObject({
      name: 'ConflictError',
      id: 'photos',
    });
    expect(translated(glacier.errors, invalid, 'Invalid vault name').name).toBe('InvalidRequestError');
  });

  it('of SNS: an endpoint that does not exist', () => {
    const message = 'Invalid parameter: TargetArn Reason: No endpoint found for the target arn specified';
    expect(translated(sns.errors, 'InvalidParameter', message).name).toBe('NotFoundError');
    expect(translated(sns.errors, 'InvalidParameter', 'Invalid parameter: Message too long').name).toBe(
      'InvalidRequestError',
    );
  });

  it('of RDS and EC2: an upgrade that a dependency prevents, and a rate', () => {
    const upgrade = 'The DB upgrade failed because a resource the DB depends on cannot be modified.';
    expect(translated(rds.errors, 'DBUpgradeDependencyFailure', upgrade).name).toBe('ConflictError');
    const rate = 'The maximum per volume CreateSnapshot request rate has been exceeded.';
    expect(translated(ec2.errors, 'SnapshotCreationPerVolumeRateExceeded', rate)).toMatchObject({
      name: 'ThrottledError',
      retryable: true,
    });
  });
});
