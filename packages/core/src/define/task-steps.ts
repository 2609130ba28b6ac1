import { asStepOf } from '../translation/as-step-of.js';
import { DeadlineError } from '../errors/deadline-error.js';
import { isOutcomeUnknown } from '../errors/is-outcome-unknown.js';
import { NotFoundError } from '../errors/not-found-error.js';
import { replaceMessage } from '../errors/replace-message.js';
import { publish } from '../events/publish.js';
import type { Call } from '../call/call.js';
import { runCall } from '../call/start-call.js';
import { sessionFor } from '../session/current-session.js';
import { internalsOf } from '../session/session-internals.js';
import type { CallOptions } from '../declaration/call-options.js';

/** Milliseconds for undoing the work of a failed function, in addition to its own deadline, also after an abort. */
export const undoLimitMs = 30_000;

/** Undoes a step. The signal in the options is aborted after {@link undoLimitMs}. */
export type UndoStep = (options: CallOptions) => Promise<unknown>;

/** Registers the steps of a task, to undo them if the task fails. */
export interface TaskSteps {
  /**
   * Registers how to undo a step if the task rejects: the last step is undone first, all within {@link undoLimitMs}. If undoing fails, `left`
   * is added to the error: `the key pair web (key-0abc) is left: delete it with deleteKeyPair`. Returns a function that cancels the
   * registration.
   */
  undo(left: string, step: UndoStep): () => void;
  /**
   * Waits for a step that creates something. If its response was lost, the step cannot be undone: `exists` is then added to the error, and
   * `keep` is called, e.g. to keep what the created resource needs.
   */
  making<Result>(exists: string, step: Promise<Result>, keep?: () => void): Promise<Result>;
  /** Adds a sentence to the error if the task rejects: `AWS may have completed it, so the statement s-1 is kept`. */
  note(text: string): void;
}

/** Runs `work` within {@link undoLimitMs}, independently of the caller's signal and deadline. */
export const runUndo = <Result>(
  operation: string,
  { signal: _signal, timeoutMs: _timeoutMs, ...options }: CallOptions,
  work: (options: CallOptions) => Promise<Result>,
): Promise<Result> => {
  const session = internalsOf(sessionFor(options));
  const { clock, limits } = session;
  const maxAttempts = (): number => session.maxAttempts;
  const call = { operation, clock, listeners: [], attemptMs: limits.attemptMs, maxAttempts, timeoutMs: undoLimitMs };
  return runCall({ ...call, limit: 'call', signal: undefined, cleansUp: true }, ({ signal }) =>
    work({ ...options, signal }),
  );
};

/** The steps of one call of a task. */
export class Steps implements TaskSteps {
  readonly #name: string;
  readonly #call: Call;
  readonly #options: CallOptions;
  readonly #registered: Set<{ readonly left: string; readonly step: UndoStep }> = new Set();
  readonly #notes: string[] = [];

  constructor(name: string, call: Call, options: CallOptions) {
    this.#name = name;
    this.#call = call;
    this.#options = options;
    this.undo = this.undo.bind(this);
    this.making = this.making.bind(this);
    this.note = this.note.bind(this);
  }

  undo(left: string, step: UndoStep): () => void {
    const registered = { left, step };
    this.#registered.add(registered);
    return () => void this.#registered.delete(registered);
  }

  async making<Result>(exists: string, step: Promise<Result>, keep?: () => void): Promise<Result> {
    try {
      return await step;
    } catch (error) {
      if (this.#call.aborted || isOutcomeUnknown(error)) {
        this.note(exists);
        keep?.();
      }
      throw error;
    }
  }

  /** Undoes the steps, the last one first. Returns the error of the task. */
  async undoAll(thrown: unknown): Promise<unknown> {
    const error = this.#call.aborted ? this.#call.signal.reason : asStepOf(this.#caller, thrown);
    // Cancels other calls of the task that run in parallel.
    this.#call.abort(new DOMException('The task failed', 'AbortError'));
    if (this.#registered.size > 0) {
      await runUndo(this.#name, this.#options, async (own) => {
        for (const { left, step } of [...this.#registered].toReversed()) await this.#undoOne(left, () => step(own));
      });
    }
    return this.#noted(error);
  }

  get #caller(): { readonly name: string; readonly signal: AbortSignal | undefined } {
    return { name: this.#name, signal: this.#options.signal };
  }

  async #undoOne(left: string, step: () => Promise<unknown>): Promise<void> {
    try {
      await step();
    } catch (error) {
      if (error instanceof NotFoundError) return;
      const why = asStepOf({ name: this.#name, signal: undefined }, error);
      const said = why instanceof Error ? why.message.replace(`${this.#name}: `, '') : String(why);
      this.note(`${left}. Undoing it failed: ${said.replace(/\.$/, '')}`);
    }
  }

  note(note: string): void {
    // Starts the sentence with a capital letter, unless it starts with an ID such as `i-0abc`.
    this.#notes.push(`${note.replace(/^[a-z](?=[a-z]* )/, (first) => first.toUpperCase())}.`);
    publish(this.#call.listeners, 'left-behind', () => ({
      operation: this.#name,
      atMs: this.#call.clock.now(),
      note,
    }));
  }

  #noted(error: unknown): unknown {
    // The caller's abort reason is not changed; a DeadlineError is.
    const isReason = error === this.#options.signal?.reason && !(error instanceof DeadlineError);
    if (this.#notes.length > 0 && error instanceof Error && !isReason) {
      replaceMessage(error, [error.message, ...this.#notes].join(' '));
    }
    return error;
  }
}
