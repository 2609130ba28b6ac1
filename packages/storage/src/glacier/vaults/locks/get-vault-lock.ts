import {
  type AwsResource,
  from,
  input,
  maybe,
  notFound,
  openEnum,
  type Open,
  operation,
  type Operation,
  parseJson,
  resource,
  type Schema,
  whenMessage,
  z,
} from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { GetVaultLockCommand, GetVaultLockOutput$ } from '@aws-sdk/client-glacier';

import { glacierTime } from '../../glacier-time.js';
import { type VaultReference, vaultReference } from '../../vault-reference.js';
import type { VaultLockStatement } from './vault-lock-statement.js';

export interface GetVaultLockInput extends VaultReference {}

/** The states of a lock: the test phase of 24 hours, and locked for ever. */
export const vaultLockStates = ['InProgress', 'Locked'] as const;
/** A state of a lock. */
export type VaultLockState = Open<(typeof vaultLockStates)[number]>;

/** The lock policy of a vault. https://docs.aws.amazon.com/amazonglacier/latest/dev/vault-lock.html */
export interface VaultLock extends AwsResource {
  /** `InProgress`: AWS enforces the policy, which can still be aborted. `Locked`: nobody can change or remove it. */
  readonly state: VaultLockState;
  /** The statements of the policy. */
  readonly statements: readonly VaultLockStatement[];
  /** The time at which the lock was initiated, in UTC. */
  readonly creationDate?: Date | undefined;
  /** The time at which a lock in progress and its policy are removed, in UTC. Absent if the vault is locked. */
  readonly expirationDate?: Date | undefined;
}

/**
 * Returns the lock policy of a vault and its state. The older Glacier service with its vaults is closed to new customers since December 2025.
 *
 * @example
 * const { state, statements } = await getVaultLock('photos');
 * @throws {NotFoundError} there is no such vault in this region, or it has no lock.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-GetVaultLock.html
 */
export const getVaultLock: Operation<string | GetVaultLockInput, VaultLock, { on: 'vaultName' }> = operation(() => ({
  name: 'getVaultLock',
  service: glacier,
  command: GetVaultLockCommand,
  permissions: [{ action: 'glacier:GetVaultLock', resources: ['vault'] }],
  key: 'vaultName',
  input: input<GetVaultLockInput>(vaultReference()),
  output: vaultLock(),
  errors: {
    ResourceNotFoundException: [
      whenMessage(/vault not found/i, notFound({ resource: 'vault', member: 'vaultName' })),
      notFound({
        resource: 'vault lock',
        member: 'vaultName',
        remedy: 'The vault has no lock policy: initiate one with initiateVaultLock.',
      }),
    ],
  },
}));

const vaultLock = (): Schema<VaultLock> =>
  resource<VaultLock>(GetVaultLockOutput$, {
    state: openEnum(vaultLockStates),
    statements: from('Policy', { type: z.array(statement()), read: statementsOf }),
    creationDate: maybe(glacierTime()),
    expirationDate: maybe(glacierTime()),
  });

const statement = (): z.ZodMiniType<VaultLockStatement> =>
  z.custom<VaultLockStatement>(
    (value) => ['Allow', 'Deny'].includes(String((value as { Effect?: unknown } | null)?.Effect)),
    'a statement that allows or denies',
  );

const statementsOf = (policy: unknown): unknown => {
  try {
    return [(parseJson(String(policy)) as { Statement?: unknown }).Statement ?? []].flat();
  } catch {
    return undefined;
  }
};
