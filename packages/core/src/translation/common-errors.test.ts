import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { samplesFolder } from '../__fixtures__/samples-folder.js';
import type { ArchError } from '../errors/arch-error.js';
import { commonErrors } from './common-errors.js';
import { ruleByPattern } from './rule-by-pattern.js';
import { capacity, type ErrorTable } from './error-table.js';
import { translateError } from './translate-error.js';

const nameOf = (wireCode: string, sdkName = wireCode, table: ErrorTable = {}): string => {
  const thrown = Object.assign(new Error('No'), { name: sdkName, Code: wireCode, $fault: 'client', $metadata: {} });
  const call = { operation: 'describeThing', input: {}, tables: [table], statementFor: () => undefined };
  return (translateError(thrown, call) as ArchError).name;
};

describe('a code that is in no table', () => {
  it.each([
    ['InvalidVolume.NotFound', 'not-found'],
    ['DBInstanceNotFoundFault', 'not-found'],
    ['NoSuchBucket', 'not-found'],
    ['AWS.SimpleQueueService.NonExistentQueue', 'not-found'],
    ['ObjectLockConfigurationNotFoundError', 'not-found'],
    ['DBInstanceAlreadyExists', 'already-exists'],
    ['InvalidGroup.Duplicate', 'already-exists'],
    ['QueueNameExists', 'already-exists'],
    ['InsufficientDBInstanceCapacity', 'capacity'],
    ['KmsThrottled', 'throttled'],
    ['InstanceLimitExceeded', 'quota'],
    ['InstanceQuotaExceededFault', 'quota'],
    ['QuotaExceeded.DBSecurityGroup', 'quota'],
    ['IncorrectInstanceState', 'conflict'],
    ['InvalidDBInstanceState', 'conflict'],
    ['InvalidDBClusterStateFault', 'conflict'],
    ['VolumeInUse', 'conflict'],
    ['InvalidPermission.InUse', 'conflict'],
    ['ResourceConflictException', 'conflict'],
    ['InvalidSubnet.Conflict', 'conflict'],
    ['KMSInvalidStateException', 'conflict'],
    ['ConditionalCheckFailedException', 'conflict'],
    ['KMSAccessDeniedException', 'denied'],
    ['AccessForbidden', 'denied'],
    ['KMS.OptInRequired', 'denied'],
    ['KMS.DisabledException', 'conflict'],
    ['TrustStoreNotReadyException', 'conflict'],
    ['IdempotentCallInProgressFault', 'conflict'],
    ['IllegalStatusException', 'conflict'],
    ['PointInTimeRestoreNotEnabled', 'conflict'],
    ['SnapshotCreationPerVolumeRateExceeded', 'throttled'],
    ['TooManyCertificatesException', 'quota'],
    ['TargetGroupAssociationLimitException', 'quota'],
    ['AWS.SimpleQueueService.TooManyEntriesInBatchRequest', 'invalid'],
    ['InvalidParameterValue', 'invalid'],
    ['InvalidInstanceID.Malformed', 'invalid'],
    ['ValidationError', 'invalid'],
    ['MissingParameter', 'invalid'],
    ['RequestEntityTooLargeException', 'invalid'],
    ['BatchRequestTooLong', 'invalid'],
    ['UnsupportedDBEngineVersionFault', 'invalid'],
    ['UnknownSnapshotCopyRegionFault', 'invalid'],
  ])('%s: %s', (code, situation) => {
    expect(ruleByPattern(code)?.situation).toBe(situation);
  });

  it.each(['StatementTimeoutException', 'InternalFailure', 'ServiceUnavailable', 'Unknown', 'UnknownError'])(
    '%s matches no pattern',
    (code) => {
      expect(ruleByPattern(code)).toBeUndefined();
    },
  );

  it('does not blame the request for an error of the server', () => {
    expect(ruleByPattern('InvalidRuntimeException', 502)).toBeUndefined();
    expect(ruleByPattern('InvalidStateException', 500)?.situation).toBe('conflict');
  });

  it('is a quota for some limits and throttling for others', () => {
    expect(nameOf('RequestLimitExceeded')).toBe('ThrottledError');
    expect(nameOf('BandwidthLimitExceeded')).toBe('ThrottledError');
    expect(nameOf('VpcLimitExceeded')).toBe('QuotaExceededError');
  });
});

describe('codes of every service', () => {
  it('say what to do if AWS does not accept the credentials', () => {
    const remedies = Object.values(commonErrors).filter(
      ({ situation, remedy }) => situation === 'credentials' && remedy,
    );
    expect(remedies.length).toBeGreaterThan(5);
    for (const { remedy } of remedies) expect(remedy).toMatch(/^[A-Z].*\.$/);
  });

  const file = join(samplesFolder, 'catalogue/errors.json');
  const published = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, { errors: Record<string, { code?: string }> }>)
    : {};
  const differing = Object.values(published).flatMap(({ errors }) =>
    Object.entries(errors).flatMap(([name, { code = name }]) => (code === name ? [] : [{ name, code }])),
  );

  it.skipIf(differing.length === 0)(
    `are recognized by AWS's code and by the SDK's name if the two differ (${differing.length})`,
    () => {
      for (const { name, code } of differing) {
        expect(nameOf(code, name, { [code]: capacity() })).toBe('CapacityError');
        expect(nameOf(code, name, { [name]: capacity() })).toBe('CapacityError');
      }
    },
  );
});
