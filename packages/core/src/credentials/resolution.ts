import { CredentialsError } from '../errors/credentials-error.js';
import type { Clock } from '../clock/clock.js';
import { unlessAborted } from '../clock/unless-aborted.js';
import type { Credentials, CredentialRequest } from './credentials.js';

/** Milliseconds that a resolution may take if no call waits for it: it may only be slow. */
export const lingerMs = 5_000;

/** A source of credentials. */
export interface CredentialSource {
  readonly resolve: (request: CredentialRequest) => Promise<Credentials>;
  /** Returns the name of the source in progress, as the subject of a sentence. */
  readonly describe: () => string;
  readonly clock: Clock;
  /** Time limit of a resolution. */
  readonly limitMs: number;
}

/** One resolution of credentials, for all calls that wait for it. It ends at its limit, and soon after the last of these calls has ended. */
export class Resolution {
  readonly #outcome: Promise<Credentials>;
  readonly #clock: Clock;
  readonly #startedAt: number;
  readonly #controller: AbortController = new AbortController();
  #waiting = 0;
  #isSettled = false;
  #isAbandoned = false;
  #cancelLinger: (() => void) | undefined;

  constructor({ clock, limitMs, resolve, describe }: CredentialSource, forceRefresh: boolean) {
    this.#clock = clock;
    this.#startedAt = clock.now();
    const { signal } = this.#controller;
    const cancelLimit = clock.schedule(limitMs, 'deadline', () => this.#controller.abort(tooSlow(describe(), limitMs)));
    const work = async (): Promise<Credentials> => resolve({ signal, forceRefresh });
    this.#outcome = unlessAborted(work(), signal).finally(() => {
      this.#isSettled = true;
      cancelLimit();
      this.#cancelLinger?.();
      this.end();
    });
    this.#outcome.catch(() => undefined);
  }

  /** Whether a new call should not wait for it: no call waits for it any more. */
  get isAbandoned(): boolean {
    return this.#isAbandoned;
  }

  get outcome(): Promise<Credentials> {
    return this.#outcome;
  }

  /** Waits for the credentials, or rejects with the reason of the signal. */
  async wait(signal: AbortSignal | undefined): Promise<Credentials> {
    this.#waiting++;
    try {
      return await unlessAborted(this.#outcome, signal);
    } finally {
      if (--this.#waiting === 0 && !this.#isSettled) this.#abandon();
    }
  }

  /** Aborts the work if it is in progress. */
  end(): void {
    this.#controller.abort(new Error('The credentials are not needed any more.'));
  }

  #abandon(): void {
    this.#isAbandoned = true;
    const leftMs = this.#startedAt + lingerMs - this.#clock.now();
    if (leftMs <= 0) return this.end();
    this.#cancelLinger ??= this.#clock.schedule(leftMs, 'deadline', () => this.end());
  }
}

const tooSlow = (source: string, limitMs: number): CredentialsError =>
  new CredentialsError(
    `${source} did not return credentials within ${limitMs} ms. Check it, or pass a longer limit: createSession({ timeouts: { credentialsMs } }).`,
    { retryable: true },
  );
