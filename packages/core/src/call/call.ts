import type { Clock } from '../clock/clock.js';
import type { PartsReader } from '../decode/index.js';
import type { EventListener } from '../events/publish.js';
import type { LoadLane } from '../transport/lane/load-lane.js';
import type { PayloadSigning } from './payload-signing.js';
import type { Effect, SentToken } from './effect.js';

const reads: Effect = { mutates: false, repeatable: true };

/** Settings of a call. */
export interface CallSettings {
  readonly operation: string;
  readonly clock: Clock;
  readonly listeners: readonly EventListener[];
  readonly attemptMs: number;
  /** A function if the number comes from the settings of the session, which are read with the first request. */
  readonly maxAttempts: number | (() => number);
  /** Milliseconds until the deadline of the call. `Infinity`: no deadline. */
  readonly timeoutMs: number;
  readonly limit: 'call' | 'wait';
  /** The limit that the deadline error names, if `timeoutMs` is only the remaining time. Default: `timeoutMs`. */
  readonly limitMs?: number | undefined;
  readonly signal: AbortSignal | undefined;
  /** Whether the content of S3 uploads is signed. Default: the session's choice. */
  readonly payloadSigning?: PayloadSigning | undefined;
  /** The effect of the call's requests in AWS. Default: they only read. */
  readonly effect?: Effect | undefined;
  /** Converts a thrown value to the error that the call rejects with. */
  readonly finalize?: ((error: unknown, call: Call, signal: AbortSignal | undefined) => unknown) | undefined;
  /** Once it is aborted, no further attempt is sent. An attempt in progress continues. */
  readonly stopSignal?: AbortSignal | undefined;
  /** Called with the call when it starts. */
  readonly onStart?: ((call: Call) => void) | undefined;
  /** For a request that several calls share: the first of these calls. Attempts of this call are also counted for it. */
  readonly lead?: Call | undefined;
  /**
   * Whether the call rejects only after its work has ended, also after an abort or the deadline. Its signal is aborted immediately.
   * Default `false`.
   */
  readonly cleansUp?: boolean | undefined;
}

/** A call in progress: the state that its attempts share. */
export class Call {
  readonly operation: string;
  readonly clock: Clock;
  readonly listeners: readonly EventListener[];
  readonly attemptMs: number;
  readonly effect: Effect;
  /** The idempotency token of its request. `undefined` if it has none. */
  token: SentToken | undefined = undefined;
  /** Whether AWS may have completed an earlier attempt, whose response was lost. */
  isAmbiguous = false;
  /** Whether any attempt was ambiguous. */
  wasAmbiguous = false;
  /** Whether a request was sent and its response has not arrived. */
  inFlight = false;
  readonly limit: 'call' | 'wait';
  readonly payloadSigning: PayloadSigning | undefined;
  readonly stopSignal: AbortSignal | undefined;
  attempts = 0;
  /** Attempts of the request before its credentials were renewed. They count for the maximum, although the SDK counts anew. */
  attemptsBefore = 0;
  phase = 'preparing the request';
  lastError: unknown = undefined;
  /** Returns the secrets in its input, which no error may quote. */
  secrets: (() => readonly string[]) | undefined = undefined;
  /** The call of the joined request that this call waits for. */
  joined: Call | undefined = undefined;
  /** Calls that this one has started and that have not ended, the newest last. */
  inner: Set<Call> | undefined = undefined;
  /** Whether the call was aborted, by its caller or its deadline. */
  aborted = false;
  readonly #maxAttempts: number | (() => number);
  readonly #lead: Call | undefined;
  readonly #outer: Call | undefined;
  #reason: unknown;
  #controller: AbortController | undefined;
  #onAbort: Set<() => void> | undefined;
  /** Set if the call can read a large response in parts. Contains the unread part. */
  partsReader: PartsReader | undefined = undefined;
  /** Loads the transport for content that its caller reads in blocks. */
  loadLane: LoadLane | undefined = undefined;
  /** Whether its caller reads the whole content of the response. */
  readsWhole = false;

  constructor(
    {
      operation,
      clock,
      listeners,
      attemptMs,
      maxAttempts,
      effect = reads,
      limit,
      lead,
      stopSignal,
      payloadSigning,
    }: CallSettings,
    outer: Call | undefined,
  ) {
    this.operation = operation;
    this.clock = clock;
    this.listeners = listeners;
    this.attemptMs = attemptMs;
    this.#maxAttempts = maxAttempts;
    this.effect = effect;
    this.limit = limit;
    this.payloadSigning = payloadSigning;
    this.stopSignal = stopSignal;
    this.#lead = lead;
    this.#outer = outer;
  }

  /** Aborted with the call, with the error of the call as its reason. Created when it is first read: joined calls do not need it. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.aborted) this.#controller.abort(this.#reason);
    return this.#controller.signal;
  }

  /** Calls a function when the call is aborted, without an `AbortSignal`. Returns a function that removes it. */
  onAbort(callback: () => void): () => void {
    if (this.aborted) callback();
    this.#onAbort ??= new Set();
    this.#onAbort.add(callback);
    return () => void this.#onAbort?.delete(callback);
  }

  /** The reason of the abort. */
  get abortReason(): unknown {
    return this.#reason;
  }

  get maxAttempts(): number {
    return typeof this.#maxAttempts === 'number' ? this.#maxAttempts : this.#maxAttempts();
  }

  /** Returns the secrets in its input and in the inputs of its outer calls. */
  allSecrets(): readonly string[] {
    return [...(this.secrets?.() ?? []), ...(this.#outer?.allSecrets() ?? [])];
  }

  /** Counts a request that is sent. Returns its number. */
  countAttempt(): number {
    this.#lead?.countAttempt();
    return ++this.attempts;
  }

  innerStarted(call: Call): void {
    this.inner ??= new Set();
    this.inner.add(call);
  }

  /** Keeps the error of the inner call, for a deadline that passes in a pause after it. */
  innerEnded(call: Call, error: unknown): void {
    this.inner?.delete(call);
    this.lastError = error;
  }

  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.#reason = reason;
    this.#controller?.abort(reason);
    for (const callback of this.#onAbort ?? []) callback();
  }
}
