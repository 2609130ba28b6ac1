/** The situations that AWS's error codes describe. Each situation has an error class. */
export type Situation =
  | 'not-found'
  | 'already-exists'
  | 'conflict'
  | 'denied'
  | 'throttled'
  | 'quota'
  | 'capacity'
  | 'credentials'
  | 'invalid'
  | 'other';

/** The meaning of an AWS error code. */
export interface ErrorRule {
  readonly situation: Situation;
  /** The kind of resource that the error is about, in words, e.g. `key pair`. */
  readonly resource?: string | undefined;
  /** The input member that identifies the resource, e.g. `keyName`. */
  readonly member?: string | undefined;
  /** The remedy for the caller, as a sentence. */
  readonly remedy?: string | undefined;
  /** The input member that identifies the parent of the resource, e.g. `bucket`. */
  readonly parentKey?: string | undefined;
  /** Whether the same call may succeed later. Default: depends on the situation and the HTTP status. */
  readonly retryable?: boolean | undefined;
  /** `false`: a permission of the caller does not help, e.g. because AWS denied the role of a function. */
  readonly statement?: false | undefined;
  /** A pattern that AWS's message must match, for codes with several meanings. */
  readonly words?: RegExp | undefined;
  /** An input member without which the rule does not apply, for codes with several meanings. */
  readonly given?: string | undefined;
}

/** Rules by AWS error code. Of several rules for one code, the first whose `words` match AWS's message applies. */
export type ErrorTable = Readonly<Record<string, ErrorRule | readonly ErrorRule[]>>;

/** Details of a rule, in addition to its situation. */
export type RuleDetails = Pick<ErrorRule, 'resource' | 'member' | 'remedy'>;

type Rule = (details?: RuleDetails) => ErrorRule;

const rule =
  (situation: Situation): Rule =>
  (details) => ({ situation, ...details });

/** The resource does not exist. */
export const notFound: Rule = rule('not-found');
/** A resource with this name already exists. */
export const alreadyExists: Rule = rule('already-exists');
/** The state of the resource, or its use by other resources, does not allow the call. */
export const conflict: Rule = rule('conflict');
/** The account has reached a quota. */
export const quota: Rule = rule('quota');
/** AWS does not have enough capacity now. */
export const capacity: Rule = rule('capacity');
/** The policies of the credentials do not allow the call. */
export const denied: Rule = rule('denied');
/** Too many requests. */
export const throttled: Rule = rule('throttled');
/** AWS does not accept the credentials. */
export const badCredentials: Rule = rule('credentials');

/** AWS rejects the content of the request: a retry of the same request fails too. */
export const invalidRequest: Rule = rule('invalid');
/** A server of AWS failed, or nothing else applies. */
export const serviceError: Rule = rule('other');

/** Marks the errors of a rule as retryable: the same call may succeed later. */
export const retryable = (rule: ErrorRule): ErrorRule => ({ ...rule, retryable: true });

/** Marks the errors of a rule as not retryable, even if the HTTP status is one that is usually retried. */
export const notRetryable = (rule: ErrorRule): ErrorRule => ({ ...rule, retryable: false });

/** Marks denials that no policy of the caller allows: AWS denied another role, or rejects the request for another reason. */
export const withoutStatement = (rule: ErrorRule): ErrorRule => ({ ...rule, statement: false });

/** Adds the parent of the resource to the message, from the input member `parentKey`: `object a.csv in bucket reports`. */
export const inParent = (parentKey: string, rule: ErrorRule): ErrorRule => ({ ...rule, parentKey });

/** Restricts a rule to calls whose input contains the member. */
export const whenGiven = (given: string, rule: ErrorRule): ErrorRule => ({ ...rule, given });

/** Restricts a rule to messages of AWS that match `words`, for services that use one code for several situations. */
export const whenMessage = (words: RegExp, rule: ErrorRule): ErrorRule => ({ ...rule, words });
