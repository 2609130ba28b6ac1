import { ArchError, ConflictError, NotFoundError, StatementError } from '@arch/core';

import type { SqlTarget } from './sql-target.js';

/** What an error says of the cluster or workgroup: `waking` is what passes by itself. */
export type TargetState = 'waking' | 'paused' | 'absent';

/** AWS has no codes for these: only its words tell them apart. */
const words: readonly (readonly [TargetState, RegExp])[] = [
  ['absent', /\bendpoint doesn't exist\b/i],
  [
    'waking',
    /\b(?:cluster|workgroup|database|endpoint|warehouse)\b.*\b(?:resuming|being resumed|starting|creating)\b/i,
  ],
  ['paused', /\b(?:cluster|workgroup|endpoint|warehouse)\b.*\bpaus(?:ed|ing)\b/i],
];

/** What an error says of the state of what should have run the statement, if it does. */
export const targetState = (error: unknown): TargetState | undefined => {
  if (error instanceof StatementError)
    return /^FATAL:.*\bstarting up\b/.test(error.reason ?? '') ? 'waking' : undefined;
  if (!(error instanceof ArchError)) return undefined;
  if (error.code !== 'ValidationException' && error.code !== 'DatabaseConnectionException') return undefined;
  // AWS's words, not ours around them.
  const { message } = error.cause instanceof Error ? error.cause : error;
  return words.find(([, pattern]) => pattern.test(message))?.[0];
};

/** The error that says what to do about it. */
export const targetError = (error: unknown, { workgroupName, clusterIdentifier }: SqlTarget): unknown => {
  const state = targetState(error);
  if (state === undefined || !(error instanceof ArchError) || error instanceof StatementError) return error;
  const { operation, code, status, requestId, attempts, cause } = error;
  const resource = clusterIdentifier === undefined ? 'workgroup' : 'cluster';
  const id = clusterIdentifier ?? workgroupName;
  const details = { operation, resource, id, code, status, requestId, attempts, cause };
  const says = `AWS says: ${cause instanceof Error ? cause.message : error.message}`;
  if (state === 'absent')
    return new NotFoundError(`${operation}: there is no ${resource} ${id} in this region. ${says}`, details);
  const what =
    state === 'paused'
      ? 'is paused: resumeRedshiftCluster resumes it'
      : 'was still starting when the time for that was up';
  return new ConflictError(`${operation}: ${resource} ${id} ${what}. ${says}`, {
    ...details,
    retryable: state === 'waking',
  });
};
