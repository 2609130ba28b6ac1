/** What every event says. */
export interface EventBase {
  /** The function that was called, e.g. `describeInstance`. */
  readonly operation: string;
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

/** A call of one of our functions began. */
export interface CallStartEvent extends EventBase {
  readonly type: 'call-start';
}

/** A call ended, well or with an error. */
export interface CallEndEvent extends EventBase {
  readonly type: 'call-end';
  readonly durationMs: number;
  /** Requests that this call sent itself; 0 for one that joined another's. Of a wait, its looks. */
  readonly attempts: number;
  readonly error?: unknown;
}

/** One request went to AWS and was answered, or not. */
export interface AttemptEvent extends EventBase {
  readonly type: 'attempt';
  /** AWS's words, e.g. `EC2` and `DescribeInstances`. */
  readonly service: string;
  readonly awsOperation: string;
  /** Counted from 1 within the call. */
  readonly attempt: number;
  readonly host: string;
  readonly durationMs: number;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly error?: unknown;
}

/** An attempt failed in a way that allows another one. */
export interface RetryEvent extends EventBase {
  readonly type: 'retry';
  /** The attempt that comes next. */
  readonly attempt: number;
  readonly delayMs: number;
  readonly reason: string;
  /** What is left in the token bucket of this session and region, of 500. */
  readonly tokensLeft: number;
}

/** A listing has handed on a page: what it held, or as much of it as was wanted. */
export interface PageEvent extends EventBase {
  readonly type: 'page';
  readonly page: number;
  readonly items: number;
}

/** A wait looked at its resource. */
export interface PollEvent extends EventBase {
  readonly type: 'poll';
  readonly id: string;
  readonly attempt: number;
  readonly state: string;
  readonly reason?: string | undefined;
  readonly elapsedMs: number;
}

/** Concurrent calls became one request. */
export interface BatchEvent extends EventBase {
  readonly type: 'batch';
  readonly calls: number;
  readonly ids: number;
}

/** Something went wrong that ends nothing: the function goes on, and says so here only. */
export interface WarningEvent extends EventBase {
  readonly type: 'warning';
  /** What happened and what follows from it, in one sentence or two. */
  readonly message: string;
  /** What it is about, e.g. the ID of a message. */
  readonly id?: string | undefined;
  readonly error?: unknown;
}

/** What can be watched: no event holds a secret, an input or an answer. */
export type ArchEvent =
  | CallStartEvent
  | CallEndEvent
  | AttemptEvent
  | RetryEvent
  | PageEvent
  | PollEvent
  | BatchEvent
  | WarningEvent;
