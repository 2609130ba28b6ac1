import { InvalidInputError } from '../errors/invalid-input-error.js';

/** Time limits in milliseconds. */
export interface Timeouts {
  /** Until a connection stands. Default 5,000. */
  readonly connectMs?: number | undefined;
  /** Until an attempt is answered. Default 30,000. */
  readonly attemptMs?: number | undefined;
  /** Of silence within an answer's body. Default 30,000. */
  readonly bodyIdleMs?: number | undefined;
  /** Of a whole call with its retries. Default 60,000. */
  readonly callMs?: number | undefined;
}

export type Limits = { readonly [Name in keyof Timeouts]-?: number };

const defaults: Limits = { connectMs: 5_000, attemptMs: 30_000, bodyIdleMs: 30_000, callMs: 60_000 };

/** The longest delay that a timer can hold: about 24.8 days. */
export const maxTimerMs = 2_147_483_647;

/** Completes what a user said with the defaults. */
export const limitsOf = (timeouts: Timeouts = {}): Limits => {
  const limits: Record<string, number> = { ...defaults };
  for (const [name, value] of Object.entries(timeouts)) {
    if (value === undefined) continue;
    if (!(name in defaults))
      throw new InvalidInputError(`createSession: timeouts.${name} is not a member that exists.`);
    limits[name] = checkDuration(`createSession: timeouts.${name}`, value);
  }
  return limits as unknown as Limits;
};

/** A duration that a timer can hold, or an error that names it. */
export const checkDuration = (name: string, value: unknown): number => {
  if (typeof value === 'number' && value > 0 && value <= maxTimerMs) return value;
  throw new InvalidInputError(
    `${name} is ${String(value)}; accepted is a number of milliseconds above 0 and up to ${maxTimerMs} (about 24 days).`,
  );
};
