import type { Clock } from '../clock/clock.js';
import type { Credentials } from './credentials.js';
import { type CredentialSource, Resolution } from './resolution.js';
import { reasonOf } from './reason-of.js';
import type { Renewal } from './session-credentials.js';

/** The longest time before their expiry at which credentials are renewed. Credentials of a short life: a quarter of it. */
const longestMarginMs = 5 * 60_000;
/** Milliseconds that a call waits for a renewal while the current credentials are valid. */
const patienceMs = 5_000;
/** Pauses between renewals that fail while the current credentials are valid: doubled from the first to the longest. */
const firstBackOffMs = 1_000;
const longestBackOffMs = 60_000;
/** Milliseconds between two resolutions because AWS rejects the credentials. */
const betweenRenewalsMs = 30_000;

interface Cached {
  readonly credentials: Credentials;
  readonly renewAtMs: number;
  readonly expiresAtMs: number;
}

/** Caches the credentials of one source, for all sessions and copies of this package that have the same settings. */
export class CredentialCache {
  #cached: Cached | undefined;
  #pending: Resolution | undefined;
  /** A resolution that no call waits for. It may still succeed. */
  #abandoned: Resolution | undefined;
  #failures = 0;
  #notBeforeMs = 0;
  #renewedAtMs = -Infinity;

  /** Returns the credentials if they need no renewal now. */
  fresh(clock: Clock): Credentials | undefined {
    const now = clock.now();
    const isDue = this.#cached !== undefined && now >= this.#cached.renewAtMs && now >= this.#notBeforeMs;
    return isDue ? undefined : this.usable(clock);
  }

  /** Returns the credentials if they have not expired. */
  usable(clock: Clock): Credentials | undefined {
    return this.#cached && clock.now() < this.#cached.expiresAtMs ? this.#cached.credentials : undefined;
  }

  /** Postpones the next renewal, longer after each failure. */
  postpone(clock: Clock): void {
    if (clock.now() < this.#notBeforeMs) return;
    this.#notBeforeMs = clock.now() + Math.min(firstBackOffMs * 2 ** this.#failures++, longestBackOffMs);
  }

  /** Returns the credentials. Resolves them first if there are none, if they have expired, or soon will. */
  async get(source: CredentialSource, signal: AbortSignal | undefined): Promise<Credentials> {
    const { clock } = source;
    const fresh = this.fresh(clock);
    if (fresh) return fresh;
    const resolution = this.#resolution(source, false);
    if (!this.usable(clock)) return resolution.wait(signal);
    const patience = new AbortController();
    const cancel = clock.schedule(patienceMs, 'deadline', () => patience.abort());
    try {
      return await resolution.wait(signal ? AbortSignal.any([signal, patience.signal]) : patience.signal);
    } catch (error) {
      signal?.throwIfAborted();
      const usable = this.usable(clock);
      if (!usable) throw error;
      if (patience.signal.aborted) this.postpone(clock);
      return usable;
    } finally {
      cancel();
    }
  }

  /** Resolves the credentials again after AWS has rejected `used`. Returns those of another call that has done it before. */
  async renew(used: Credentials, source: CredentialSource, signal: AbortSignal | undefined): Promise<Renewal> {
    const current = this.#cached?.credentials;
    if (current && !isSame(current, used)) return { credentials: current };
    const now = source.clock.now();
    if (!this.#pending && now < this.#renewedAtMs + betweenRenewalsMs) return unchanged(source);
    this.#renewedAtMs = now;
    try {
      const credentials = await this.#resolution(source, true).wait(signal);
      return isSame(credentials, used) ? unchanged(source) : { credentials };
    } catch (error) {
      signal?.throwIfAborted();
      return { reason: `They could not be resolved again: ${reasonOf(error)}` };
    }
  }

  /** Returns the resolution in progress that calls wait for, or starts one. */
  #resolution(source: CredentialSource, forceRefresh: boolean): Resolution {
    if (this.#pending && !this.#pending.isAbandoned) return this.#pending;
    this.#abandoned?.end();
    const older = (this.#abandoned = this.#pending);
    const started = new Resolution(older ? firstOf(source, older) : source, forceRefresh);
    this.#pending = started;
    void started.outcome.then(
      (credentials) => this.#accept(credentials, source.clock),
      () => this.#fail(started, source.clock),
    );
    return started;
  }

  #accept(credentials: Credentials, clock: Clock): void {
    const now = clock.now();
    const expiresAtMs = credentials.expiration?.getTime() ?? Infinity;
    const renewAtMs = expiresAtMs - Math.min(longestMarginMs, (expiresAtMs - now) / 4);
    this.#cached = { credentials, expiresAtMs, renewAtMs };
    this.#failures = 0;
    this.#notBeforeMs = 0;
    this.#abandoned?.end();
    this.#abandoned = this.#pending = undefined;
  }

  #fail(resolution: Resolution, clock: Clock): void {
    if (this.#pending === resolution) this.#pending = undefined;
    if (this.usable(clock)) this.postpone(clock);
  }
}

/** Whether two objects contain the same keys. */
export const isSame = (one: Credentials, other: Credentials): boolean =>
  one.accessKeyId === other.accessKeyId &&
  one.secretAccessKey === other.secretAccessKey &&
  one.sessionToken === other.sessionToken;

const unchanged = ({ describe }: CredentialSource): Renewal => ({
  reason: `They were resolved again, but ${describe()} still returns the same ones.`,
});

/** A source that also accepts the credentials of an older resolution, if these arrive first. */
const firstOf = (source: CredentialSource, older: Resolution): CredentialSource => ({
  ...source,
  resolve: (request) =>
    new Promise((resolve, reject) => {
      older.outcome.then(resolve, () => undefined);
      source.resolve(request).then(resolve, reject);
    }),
});
