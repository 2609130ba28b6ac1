import { ArchError } from './arch-error.js';

/** Whether AWS may have completed what a step of a task asked for although it failed. */
export const isOutcomeUnknown = (error: unknown): boolean => error instanceof ArchError && error.outcomeUnknown;
