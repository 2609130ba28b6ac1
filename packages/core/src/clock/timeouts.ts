import { InvalidInputError } from '../errors/invalid-input-error.js';

/** Time limits in milliseconds. */
export interface Timeouts {
  /** Limit for connecting, including the TLS handshake. Default 5,000. */
  readonly connectMs?: number | undefined;
  /** Limit for one attempt, until its response starts. Default 30,000. */
  readonly attemptMs?: number | undefined;
  /** Limit without new bytes of the response body. Default 30,000. */
  readonly bodyIdleMs?: number | undefined;
  /** Limit for a whole call with its retries. Default 60,000. */
  readonly callMs?: number | undefined;
  /** Limit for getting credentials, e.g. from STS or a `credential_process`. A call ends earlier at its own limit. Default 30,000. */
  readonly credentialsMs?: number | undefined;
}

export type Limits = { readonly [Name in keyof Timeouts]-?: number };

const defaults: Limits = {
  connectMs: 5_000,
  attemptMs: 30_000,
  bodyIdleMs: 30_000,
  callMs: 60_000,
  credentialsMs: 30_000,
};

/** The longest delay of a timer of Node.js: about 24.8 days. */
export const maxTimerMs = 2_147_483_647;

/** Checks timeouts and adds the defaults. */
export const limitsOf = (timeouts: Timeouts = {}): Limits => {
  const limits: Record<string, number> = { ...defaults };
  for (const [name, value] of Object.entries(timeouts)) {
    if (value === undefined) continue;
    if (!(name in defaults))
      throw new InvalidInputError(
        `createSession: unknown option timeouts.${name}: the options are ${Object.keys(defaults).join(', ')}.`,
      );
    limits[name] = checkDuration(`createSession: timeouts.${name}`, value);
  }
  return limits as unknown as Limits;
};

/** Returns a duration in milliseconds. Throws if a timer cannot use it. */
export const checkDuration = (name: string, value: unknown): number => {
  if (typeof value === 'number' && value > 0 && value <= maxTimerMs) return value;
  throw new InvalidInputError(
    `${name} must be a number of milliseconds greater than 0 and at most ${maxTimerMs}, about 24 days (got ${String(value)}).`,
  );
};
