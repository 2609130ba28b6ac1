import { conflict, denied, type ErrorTable, whenMessage } from '@arch/core/builder';

/**
 * Glacier's code for a lock in another state is that of a denial. IAM's denials contain the action, e.g. `glacier:AbortVaultLock`, after the words
 * `not authorized`. https://docs.aws.amazon.com/amazonglacier/latest/dev/api-InitiateVaultLock.html
 */
export const vaultLockErrors = (remedy: string): ErrorTable => ({
  AccessDeniedException: [
    whenMessage(/^(?!.*not authorized).*lock/is, conflict({ resource: 'vault', member: 'vaultName', remedy })),
    denied(),
  ],
});
