import { ConflictError, NotFoundError, QuotaExceededError, ServiceError } from '@arch/core';

/** The report of AWS about one snapshot for which it rejected the change in some Availability Zones. */
interface FailedSnapshot {
  readonly SnapshotId?: string | undefined;
  readonly FastSnapshotRestoreStateErrors?:
    | readonly {
        readonly Error?: { readonly Code?: string | undefined; readonly Message?: string | undefined } | undefined;
      }[]
    | undefined;
}

/** A response with status 200 that contains successes and failures. */
interface PartialResponse {
  readonly Successful?: readonly unknown[] | undefined;
  readonly Unsuccessful?: readonly FailedSnapshot[] | undefined;
}

/** Selects the change of the one requested snapshot and Availability Zone, or throws AWS's reason for rejecting it. */
export const selectZone = (operation: string, { Successful, Unsuccessful }: PartialResponse): unknown => {
  const failed = Unsuccessful?.[0];
  if (!failed) return Successful?.[0];
  const { Code: code, Message: reason } = failed.FastSnapshotRestoreStateErrors?.[0]?.Error ?? {};
  const id = failed.SnapshotId;
  const details = { operation, resource: 'snapshot', id, code };
  const text = `${operation}: AWS rejected snapshot ${id} (${code}).${reason ? ` AWS says: ${reason.replace(/\.?$/, '.')}` : ''}`;
  if (code?.endsWith('.NotFound')) throw new NotFoundError(text, details);
  if (/LimitExceeded$/.test(code ?? ''))
    throw new QuotaExceededError(
      `${text} Disable fast snapshot restore of another snapshot, or request a higher quota.`,
      details,
    );
  if (/State|Unsupported|Invalid/.test(code ?? '')) throw new ConflictError(text, details);
  throw new ServiceError(text, details);
};
