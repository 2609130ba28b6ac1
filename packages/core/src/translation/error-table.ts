/** The situations that AWS's error codes mean. */
export type Situation =
  | 'not-found'
  | 'already-exists'
  | 'conflict'
  | 'denied'
  | 'throttled'
  | 'quota'
  | 'capacity'
  | 'credentials'
  | 'other';

/** What one of AWS's codes means. */
export interface ErrorRule {
  readonly situation: Situation;
  /** The kind of resource that the code is about, in words, e.g. `key pair`. */
  readonly resource?: string | undefined;
  /** The input member that identifies it, e.g. `keyName`. */
  readonly member?: string | undefined;
  /** What the caller can do about it: a sentence. */
  readonly remedy?: string | undefined;
  /** The input member that names what the resource is part of, e.g. `bucket`. */
  readonly parentKey?: string | undefined;
  /** Whether the same call may succeed later. Default: by the situation, and by the status. */
  readonly retryable?: boolean | undefined;
  /** What AWS's message has to say, where the code alone does not tell what it is about. */
  readonly words?: RegExp | undefined;
}

/** What AWS's codes mean, by code. Of several rules for one code, the first holds whose words AWS has said. */
export type ErrorTable = Readonly<Record<string, ErrorRule | readonly ErrorRule[]>>;

/** What a rule says beside the situation. */
export type RuleDetails = Pick<ErrorRule, 'resource' | 'member' | 'remedy'>;

type Rule = (details?: RuleDetails) => ErrorRule;

const rule =
  (situation: Situation): Rule =>
  (details) => ({ situation, ...details });

/** The resource does not exist. */
export const notFound: Rule = rule('not-found');
/** Something of that name is already there. */
export const alreadyExists: Rule = rule('already-exists');
/** The resource is in a state, or in use in a way, that does not allow the call. */
export const conflict: Rule = rule('conflict');
/** A quota of the account is reached. */
export const quota: Rule = rule('quota');
/** AWS has no capacity for it now. */
export const capacity: Rule = rule('capacity');
/** The credentials' policies do not allow it. */
export const denied: Rule = rule('denied');
/** Too many requests. */
export const throttled: Rule = rule('throttled');
/** AWS does not accept the credentials. */
export const badCredentials: Rule = rule('credentials');

/** A rule about something that passes by itself: the same call may succeed later. */
export const retryable = (rule: ErrorRule): ErrorRule => ({ ...rule, retryable: true });

/** A rule about something that does not pass by itself, although its status says so. */
export const notRetryable = (rule: ErrorRule): ErrorRule => ({ ...rule, retryable: false });

/** A rule whose message also names what the resource is part of, by that input member: `object a.csv in bucket reports`. */
export const inParent = (parentKey: string, rule: ErrorRule): ErrorRule => ({ ...rule, parentKey });

/** A rule that holds only where AWS's message says so: for services that put many situations into one code. */
export const whenMessage = (words: RegExp, rule: ErrorRule): ErrorRule => ({ ...rule, words });
