import { badCredentials, denied, type ErrorRule, retryable, throttled } from './error-table.js';

const slow = retryable({
  situation: 'other',
  remedy: 'AWS did not receive the body of the request in time.',
});

/** Codes that any service may return. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/CommonErrors.html */
export const commonErrors: Readonly<Record<string, ErrorRule>> = {
  AccessDenied: denied(),
  AccessDeniedException: denied(),
  UnauthorizedOperation: denied(),
  'Client.UnauthorizedOperation': denied(),
  OptInRequired: denied({ remedy: 'The account has not signed up for this service, or has not enabled the region.' }),
  AuthFailure: badCredentials({ remedy: 'Check the keys, and that the region is enabled for the account.' }),
  ExpiredToken: badCredentials({
    remedy: 'The session token has expired: get new credentials, e.g. with aws sso login.',
  }),
  ExpiredTokenException: badCredentials({
    remedy: 'The session token has expired: get new credentials, e.g. with aws sso login.',
  }),
  IncompleteSignature: badCredentials(),
  InvalidAccessKeyId: badCredentials({
    remedy: 'The access key does not exist in AWS: check AWS_ACCESS_KEY_ID or the profile.',
  }),
  InvalidClientTokenId: badCredentials({
    remedy: 'The access key does not exist in AWS: check AWS_ACCESS_KEY_ID or the profile.',
  }),
  InvalidSignatureException: badCredentials({ remedy: 'Check the secret key and the clock of this machine.' }),
  MissingAuthenticationToken: badCredentials(),
  RequestExpired: badCredentials({ remedy: 'Check the clock of this machine.' }),
  RequestTimeTooSkewed: badCredentials({ remedy: 'Check the clock of this machine.' }),
  SignatureDoesNotMatch: badCredentials({ remedy: 'Check the secret key and the clock of this machine.' }),
  UnrecognizedClientException: badCredentials({
    remedy: 'The access key does not exist in AWS: check AWS_ACCESS_KEY_ID or the profile.',
  }),
  RequestTimeout: slow,
  RequestTimeoutException: slow,
  BandwidthLimitExceeded: throttled(),
  EC2ThrottledException: throttled(),
  PriorRequestNotComplete: throttled(),
  ProvisionedThroughputExceededException: throttled(),
  RequestLimitExceeded: throttled(),
  RequestThrottled: throttled(),
  RequestThrottledException: throttled(),
  SlowDown: throttled(),
  Throttling: throttled(),
  ThrottlingException: throttled(),
  ThrottledException: throttled(),
  TooManyRequestsException: throttled(),
};

/** Patterns of code names that AWS uses across services. The entries of error tables take precedence. */
const patterns: readonly (readonly [RegExp, ErrorRule['situation']])[] = [
  [/NotFound(Error|Exception|Fault)?$|^NoSuch|DoesNotExist$|NotExists$|NonExistent/, 'not-found'],
  [/AlreadyExists?(Exception|Fault)?|\.Duplicate$|^Duplicate|NameExists$/, 'already-exists'],
  [/^Insufficient\w*Capacity|CapacityNotAvailable/, 'capacity'],
  [/Throttl(ing|ed)(Exception|Fault)?$/, 'throttled'],
  [
    /LimitExceeded(Exception|Fault)?$|QuotaExceeded(Exception|Fault)?$|^QuotaExceeded\.|LimitReached(Exception|Fault)?$/,
    'quota',
  ],
  [
    /(Incorrect|Invalid)\w*State(Exception|Fault)?$|^DependencyViolation$|^ConditionalCheckFailed|InUse(Exception|Fault)?$|Conflict(Exception|Fault)?$|InvalidStateTransition/,
    'conflict',
  ],
  [/AccessDenied(Exception)?$|^(Access)?Forbidden(Exception)?$/, 'denied'],
];

/** Finds the rule for a code that is in no table, by the pattern of its name. */
export const ruleByPattern = (code: string): ErrorRule | undefined => {
  const found = patterns.find(([pattern]) => pattern.test(code));
  return found && { situation: found[1] };
};
