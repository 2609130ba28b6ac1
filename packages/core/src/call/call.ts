import type { Clock } from '../clock/clock.js';
import type { PartsReader } from '../decode/index.js';
import type { EventListener } from '../events/publish.js';
import type { Effect, SentToken } from './effect.js';

const reads: Effect = { mutates: false, repeatable: true };

/** What makes a call. */
export interface CallSettings {
  readonly operation: string;
  readonly clock: Clock;
  readonly listeners: readonly EventListener[];
  readonly attemptMs: number;
  readonly maxAttempts: number;
  /** `Infinity`: there is no deadline. */
  readonly timeoutMs: number;
  readonly limit: 'call' | 'wait';
  /** What the deadline's error says, where `timeoutMs` is only what is left of it. */
  readonly limitMs?: number | undefined;
  readonly signal: AbortSignal | undefined;
  /** What the call's requests do in AWS. Default: they read. */
  readonly effect?: Effect | undefined;
  /** Makes what the call rejects with from what has been thrown. */
  readonly finalize?: ((error: unknown, call: Call, signal: AbortSignal | undefined) => unknown) | undefined;
  /** Once it is aborted no attempt is sent; one that is under way goes on. */
  readonly stopSignal?: AbortSignal | undefined;
  /** Hears of the call as it begins. */
  readonly onStart?: ((call: Call) => void) | undefined;
  /** The first of the calls for which this one is made: requests count as its own. */
  readonly lead?: Call | undefined;
  /** Whether the caller hears of an abort and of the deadline only when the work, which hears at once, has ended. */
  readonly cleansUp?: boolean | undefined;
}

/** One call while it is under way: what its attempts share. */
export class Call {
  readonly operation: string;
  readonly clock: Clock;
  readonly listeners: readonly EventListener[];
  readonly attemptMs: number;
  readonly maxAttempts: number;
  readonly effect: Effect;
  /** The idempotency token of its request, where it carries one. */
  token: SentToken | undefined = undefined;
  /** Whether AWS may have completed what an earlier attempt asked for. */
  isAmbiguous = false;
  /** Whether the response to any of its attempts was lost. */
  wasAmbiguous = false;
  /** Whether a request is on its way. */
  inFlight = false;
  readonly limit: 'call' | 'wait';
  readonly stopSignal: AbortSignal | undefined;
  attempts = 0;
  phase = 'preparing the request';
  lastError: unknown = undefined;
  /** The secrets of its input: no error quotes them. */
  secrets: (() => readonly string[]) | undefined = undefined;
  /** The joined request that this call waits for: it knows how far things are. */
  joined: Call | undefined = undefined;
  /** Calls that were started on behalf of this one and have not ended, the newest last. */
  inner: Set<Call> | undefined = undefined;
  /** Whether the caller has aborted, or the whole call's time is up. */
  aborted = false;
  readonly #lead: Call | undefined;
  readonly #outer: Call | undefined;
  #reason: unknown;
  #controller: AbortController | undefined;
  /** Where it can take a large answer in parts: what is unread of it. */
  partsReader: PartsReader | undefined = undefined;
  /** The joined request hears by it that this caller has given up. */
  whenAborted: (() => void) | undefined = undefined;

  constructor(
    { operation, clock, listeners, attemptMs, maxAttempts, effect = reads, limit, lead, stopSignal }: CallSettings,
    outer: Call | undefined,
  ) {
    this.operation = operation;
    this.clock = clock;
    this.listeners = listeners;
    this.attemptMs = attemptMs;
    this.maxAttempts = maxAttempts;
    this.effect = effect;
    this.limit = limit;
    this.stopSignal = stopSignal;
    this.#lead = lead;
    this.#outer = outer;
  }

  /** Aborted with the call; the reason is what the call ends with. Made when it is asked for: a call that joins others needs none. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.aborted) this.#controller.abort(this.#reason);
    return this.#controller.signal;
  }

  /** The secrets of its input and of the calls that it is made for. */
  allSecrets(): readonly string[] {
    return [...(this.secrets?.() ?? []), ...(this.#outer?.allSecrets() ?? [])];
  }

  /** Counts a request that goes out; gives its number. */
  countAttempt(): number {
    this.#lead?.countAttempt();
    return ++this.attempts;
  }

  innerStarted(call: Call): void {
    this.inner ??= new Set();
    this.inner.add(call);
  }

  /** Remembers the failure of the last one: the deadline may come in a pause after it. */
  innerEnded(call: Call, error: unknown): void {
    this.inner?.delete(call);
    this.lastError = error;
  }

  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.#reason = reason;
    this.#controller?.abort(reason);
    this.whenAborted?.();
  }
}
