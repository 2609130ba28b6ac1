import { ArchError } from './arch-error.js';

/** Whether AWS may have completed the request although the call failed with this error. */
export const isOutcomeUnknown = (error: unknown): boolean => error instanceof ArchError && error.outcomeUnknown;
