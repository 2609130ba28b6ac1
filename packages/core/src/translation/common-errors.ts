import { badCredentials, denied, type ErrorRule, retryable, throttled } from './error-table.js';

const slow = retryable({
  situation: 'other',
  remedy: 'The body of the request came too slowly, or not at all.',
});

/** Codes that any service may answer. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/CommonErrors.html */
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

/** AWS names its codes by habits; these hold across services, and a table's own entry goes before them. */
const habits: readonly (readonly [RegExp, ErrorRule['situation']])[] = [
  [/NotFound(Error|Exception|Fault)?$|^NoSuch|DoesNotExist$|NotExists$|NonExistent/, 'not-found'],
  [/AlreadyExists?(Exception|Fault)?|\.Duplicate$|^Duplicate|NameExists$/, 'already-exists'],
  [/^Insufficient\w*Capacity|CapacityNotAvailable/, 'capacity'],
  [/Throttl(ing|ed)(Exception|Fault)?$/, 'throttled'],
  [
    /LimitExceeded(Exception|Fault)?$|QuotaExceeded(Exception|Fault)?$|^QuotaExceeded\.|LimitReached(Exception|Fault)?$/,
    'quota',
  ],
  [
    /^(Incorrect|Invalid)\w*State(Exception|Fault)?$|^DependencyViolation$|InUse(Exception|Fault)?$|Conflict(Exception|Fault)?$|InvalidStateTransition/,
    'conflict',
  ],
  [/AccessDenied(Exception)?$|^(Access)?Forbidden(Exception)?$/, 'denied'],
];

/** What a code means where no table names it. */
export const ruleByPattern = (code: string): ErrorRule | undefined => {
  const habit = habits.find(([pattern]) => pattern.test(code));
  return habit && { situation: habit[1] };
};
