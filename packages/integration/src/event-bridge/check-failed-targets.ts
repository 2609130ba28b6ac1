import { ConflictError, ServiceError } from '@arch/core';

/** What AWS says of a target that it has not put or removed, in an answer that is none of an error. */
export interface FailedTarget {
  readonly TargetId?: string | undefined;
  readonly ErrorCode?: string | undefined;
  readonly ErrorMessage?: string | undefined;
}

/** Throws where AWS has refused a target. */
export const checkFailedTargets = (operation: string, failed: readonly FailedTarget[] = []): void => {
  const [first] = failed;
  if (!first) return;
  const { TargetId: id, ErrorCode: code, ErrorMessage: said } = first;
  const details = { operation, resource: 'target', id, code };
  const why = said ? ` AWS says: ${said.replace(/\.?$/, '.')}` : '';
  if (code === 'ConcurrentModificationException')
    throw new ConflictError(`${operation}: the rule is being changed by another request.${why} Try again.`, {
      ...details,
      retryable: true,
    });
  throw new ServiceError(`${operation}: AWS has refused target ${id}.${why} (${code})`, details);
};
