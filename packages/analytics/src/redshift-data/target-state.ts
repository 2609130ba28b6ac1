import { ArchError, ConflictError, NotFoundError, StatementError } from '@arch/core';

import type { SqlTarget } from './sql-target.js';

/** The state of the cluster or workgroup according to an error. Only `resuming` ends without another call. */
export type TargetState = 'resuming' | 'paused' | 'absent';

/** AWS has no codes for these states; only its messages differ. */
const messagePatterns: readonly (readonly [TargetState, RegExp])[] = [
  ['absent', /\bendpoint doesn't exist\b/i],
  [
    'resuming',
    /\b(?:cluster|workgroup|database|endpoint|warehouse)\b.*\b(?:resuming|being resumed|starting|creating)\b/i,
  ],
  ['paused', /\b(?:cluster|workgroup|endpoint|warehouse)\b.*\bpaus(?:ed|ing)\b/i],
];

/** Returns the state of the cluster or workgroup, if the error describes it. */
export const targetState = (error: unknown): TargetState | undefined => {
  if (error instanceof StatementError)
    return /^FATAL:.*\bstarting up\b/.test(error.reason ?? '') ? 'resuming' : undefined;
  if (!(error instanceof ArchError)) return undefined;
  if (error.code !== 'ValidationException' && error.code !== 'DatabaseConnectionException') return undefined;
  // The cause has AWS's message alone.
  const { message } = error.cause instanceof Error ? error.cause : error;
  return messagePatterns.find(([, pattern]) => pattern.test(message))?.[0];
};

/** Returns the error with the state of the target and the remedy, if the error describes a state. */
export const targetError = (error: unknown, { workgroupName, clusterIdentifier }: SqlTarget): unknown => {
  const state = targetState(error);
  if (state === undefined || !(error instanceof ArchError) || error instanceof StatementError) return error;
  const { operation, code, status, requestId, attempts, cause } = error;
  const resource = clusterIdentifier === undefined ? 'workgroup' : 'cluster';
  const id = clusterIdentifier ?? workgroupName;
  const details = { operation, resource, id, code, status, requestId, attempts, cause };
  const awsMessage = `AWS says: ${cause instanceof Error ? cause.message : error.message}`;
  if (state === 'absent')
    return new NotFoundError(`${operation}: there is no ${resource} ${id} in this region. ${awsMessage}`, details);
  const problem =
    state === 'paused' ? 'is paused; resume it with resumeRedshiftCluster' : 'did not resume in time; call again later';
  return new ConflictError(`${operation}: ${resource} ${id} ${problem}. ${awsMessage}`, {
    ...details,
    retryable: state === 'resuming',
  });
};
