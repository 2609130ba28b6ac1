/** Members of every event. */
export interface EventBase {
  /** The function that was called, e.g. `describeInstance`. */
  readonly operation: string;
  /** Time of the event, in milliseconds since 1970. */
  readonly atMs: number;
}

/** A call of a function started. */
export interface CallStartEvent extends EventBase {
  readonly type: 'call-start';
}

/** A call ended, with a result or an error. */
export interface CallEndEvent extends EventBase {
  readonly type: 'call-end';
  /** Duration of the call, in milliseconds. */
  readonly durationMs: number;
  /** Number of requests that this call sent itself. 0 for a call that joined the request of another call. For a wait: number of polls. */
  readonly attempts: number;
  /** The error of the call. Absent if it succeeded. */
  readonly error?: unknown;
}

/** A request was sent to AWS, and its response arrived or it failed. */
export interface AttemptEvent extends EventBase {
  readonly type: 'attempt';
  /** ID of the AWS service, e.g. `EC2`. */
  readonly service: string;
  /** AWS's name of the operation, e.g. `DescribeInstances`. */
  readonly awsOperation: string;
  /** Number of the attempt in the call, counted from 1. */
  readonly attempt: number;
  /** Host name that the request was sent to. */
  readonly host: string;
  /** Time until the response was checked or the attempt failed, in milliseconds. */
  readonly durationMs: number;
  /** HTTP status of the response. Absent if no response arrived. */
  readonly status?: number | undefined;
  /** AWS's ID of the request. Absent if no response arrived. */
  readonly requestId?: string | undefined;
  /** The error of the attempt. Absent if a valid response arrived. */
  readonly error?: unknown;
}

/** An attempt failed and will be retried. */
export interface RetryEvent extends EventBase {
  readonly type: 'retry';
  /** Number of the next attempt. */
  readonly attempt: number;
  /** Pause before the next attempt, in milliseconds. */
  readonly delayMs: number;
  /** AWS's error code, or the code or message of the error, e.g. `ECONNRESET`. */
  readonly reason: string;
  /** Tokens that are left in the retry budget of this session and region, of 500. */
  readonly tokensLeft: number;
}

/**
 * S3 has reported that a bucket is in another region. The request is repeated there, and later requests about the bucket are sent there.
 */
export interface RedirectEvent extends EventBase {
  readonly type: 'redirect';
  readonly bucket: string;
  /** The region that the request was sent to. */
  readonly fromRegion: string;
  /** The region of the bucket. */
  readonly toRegion: string;
}

/** AWS rejected the credentials as expired or unknown. They were resolved again, and the request is repeated once with the new ones. */
export interface CredentialsRenewedEvent extends EventBase {
  readonly type: 'credentials-renewed';
  /** Number of the next attempt. */
  readonly attempt: number;
  /** AWS's error code, e.g. `ExpiredToken`. */
  readonly reason: string;
}

/** A listing has returned a page, or the part of it that was read. */
export interface PageEvent extends EventBase {
  readonly type: 'page';
  /** Number of the page, counted from 1. */
  readonly page: number;
  /** Number of items that were returned from this page. */
  readonly items: number;
}

/** A wait has read the state of its resource. */
export interface PollEvent extends EventBase {
  readonly type: 'poll';
  /** ID of the resource. */
  readonly id: string;
  /** Number of the poll, counted from 1. */
  readonly attempt: number;
  /** State of the resource, e.g. `pending`. */
  readonly state: string;
  /** Reason of the state, if AWS returns one. */
  readonly reason?: string | undefined;
  /** Time since the wait started, in milliseconds. */
  readonly elapsedMs: number;
}

/** Concurrent calls were joined into one request. */
export interface BatchEvent extends EventBase {
  readonly type: 'batch';
  /** Number of calls. */
  readonly calls: number;
  /** Number of different IDs in the request. */
  readonly ids: number;
}

/** A problem that does not end the call: the function continues and reports the problem only with this event. */
export interface WarningEvent extends EventBase {
  readonly type: 'warning';
  /** The problem and its consequence, in one or two sentences. */
  readonly message: string;
  /** ID of the item that the warning is about, e.g. of a message. */
  readonly id?: string | undefined;
  /** The error that caused the warning. */
  readonly error?: unknown;
}

/** A failed call has left a resource that it created. Its error says so too, except if that is the reason of the caller's signal. */
export interface LeftBehindEvent extends EventBase {
  readonly type: 'left-behind';
  /** The resource that exists or may exist, and how to delete it. */
  readonly note: string;
}

/** All events. They contain no secrets, no inputs and no responses. */
export type ArchEvent =
  | CallStartEvent
  | CallEndEvent
  | AttemptEvent
  | RetryEvent
  | RedirectEvent
  | CredentialsRenewedEvent
  | PageEvent
  | PollEvent
  | BatchEvent
  | WarningEvent
  | LeftBehindEvent;
