import {
  type AwsResource,
  input,
  jsonText,
  operation,
  type Operation,
  resource,
  type Schema,
  z,
} from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { InitiateVaultLockCommand, InitiateVaultLockOutput$ } from '@aws-sdk/client-glacier';

import { toVault, type VaultReference, vaultReference } from '../../vault-reference.js';
import { vaultLockErrors } from './vault-lock-errors.js';
import { type VaultLockStatement, vaultLockStatement } from './vault-lock-statement.js';

export interface InitiateVaultLockInput extends VaultReference {
  /** The statements of the lock policy, at least one, together at most 20 KB of JSON. */
  readonly statements: readonly VaultLockStatement[];
}

/** A lock that was initiated. */
export interface InitiatedVaultLock extends AwsResource {
  /** The ID for `completeVaultLock`. It expires 24 hours later. */
  readonly lockId: string;
}

/**
 * Installs a lock policy in a vault for a test of 24 hours. Within that time, `completeVaultLock` makes it permanent, and `abortVaultLock`
 * removes it; otherwise AWS removes it. The older Glacier service with its vaults is closed to new customers since December 2025.
 *
 * @example
 * const Resource = 'arn:aws:glacier:eu-west-1:111122223333:vaults/photos';
 * const Condition = { NumericLessThan: { 'glacier:ArchiveAgeInDays': '2557' } };
 * const deny = { Effect: 'Deny', Principal: '*', Action: 'glacier:DeleteArchive', Resource, Condition } as const;
 * const { lockId } = await initiateVaultLock({ vaultName: 'photos', statements: [deny] });
 * @throws {NotFoundError} there is no such vault in this region.
 * @throws {ConflictError} the vault is locked, or a lock is in progress: abort it first.
 * @throws {InvalidRequestError} AWS does not accept the policy.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-InitiateVaultLock.html
 */
export const initiateVaultLock: Operation<InitiateVaultLockInput, InitiatedVaultLock, { on: 'vaultName' }> = operation(
  () => ({
    name: 'initiateVaultLock',
    service: glacier,
    command: InitiateVaultLockCommand,
    repeatable: 'refused',
    permissions: [{ action: 'glacier:InitiateVaultLock', resources: ['vault'] }],
    input: input<InitiateVaultLockInput>({
      ...vaultReference(),
      statements: z.array(vaultLockStatement()).check(z.minLength(1)),
    }).check(
      z.refine((members) => Buffer.byteLength(toPolicy(members)) <= 20_480, { error: 'a policy of at most 20 KB' }),
    ),
    output: initiatedVaultLock(),
    request: (members) => ({ ...toVault(members), policy: { Policy: toPolicy(members) } }),
    errors: vaultLockErrors('A lock in progress can be removed with abortVaultLock; a completed lock is permanent.'),
  }),
);

const toPolicy = ({ statements }: InitiateVaultLockInput): string =>
  jsonText({ Version: '2012-10-17', Statement: statements }, { operation: 'initiateVaultLock', place: 'statements' });

const initiatedVaultLock = (): Schema<InitiatedVaultLock> =>
  resource<InitiatedVaultLock>(InitiateVaultLockOutput$, { lockId: z.string() });
