import { ConflictError, ServiceError } from '@arch/core';

/** A failed target in a response of `PutTargets` or `RemoveTargets`, which is not an error response. */
export interface FailedTarget {
  readonly TargetId?: string | undefined;
  readonly ErrorCode?: string | undefined;
  readonly ErrorMessage?: string | undefined;
}

/** Throws if AWS has rejected a target. */
export const checkFailedTargets = (operation: string, failed: readonly FailedTarget[] = []): void => {
  const [first] = failed;
  if (!first) return;
  const { TargetId: id, ErrorCode: code, ErrorMessage: message } = first;
  const details = { operation, resource: 'target', id, code };
  const reason = message ? ` AWS says: ${message.replace(/\.?$/, '.')}` : '';
  if (code === 'ConcurrentModificationException')
    throw new ConflictError(`${operation}: another request is changing the rule.${reason} Repeat the call.`, {
      ...details,
      retryable: true,
    });
  throw new ServiceError(`${operation}: AWS rejected target ${id} (${code}).${reason}`, details);
};
