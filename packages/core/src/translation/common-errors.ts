import { badCredentials, denied, type ErrorRule, retryable, throttled } from './error-table.js';

const slow = retryable({
  situation: 'other',
  remedy: 'AWS did not receive the body of the request in time.',
});

const expired = badCredentials({
  remedy: 'The session token has expired: get new credentials, e.g. with aws sso login.',
});
const unknownKey = badCredentials({
  remedy: 'The access key does not exist in AWS: check AWS_ACCESS_KEY_ID or the profile.',
});
const wrongSignature = badCredentials({ remedy: 'Check the secret key and the clock of this machine.' });
const wrongClock = badCredentials({ remedy: 'Check the clock of this machine.' });
const notSignedUp = denied({
  remedy: 'The account has not signed up for this service, or has not enabled the region.',
});

/** Codes that any service may return. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/CommonErrors.html */
export const commonErrors: Readonly<Record<string, ErrorRule>> = {
  'Client.UnauthorizedOperation': denied(),
  OptInRequired: notSignedUp,
  RegionDisabledException: notSignedUp,
  SubscriptionRequiredException: notSignedUp,
  AuthFailure: badCredentials({ remedy: 'Check the keys, and that the region is enabled for the account.' }),
  ExpiredToken: expired,
  ExpiredTokenException: expired,
  IncompleteSignature: badCredentials(),
  InvalidAccessKeyId: unknownKey,
  InvalidClientTokenId: unknownKey,
  InvalidIdentityToken: badCredentials(),
  InvalidSecurity: badCredentials(),
  InvalidToken: badCredentials({ remedy: 'The session token is not valid: get new credentials.' }),
  InvalidSignatureException: wrongSignature,
  MissingAuthenticationToken: badCredentials(),
  RequestExpired: wrongClock,
  RequestTimeTooSkewed: wrongClock,
  SignatureDoesNotMatch: wrongSignature,
  UnrecognizedClientException: unknownKey,
  RequestTimeout: slow,
  RequestTimeoutException: slow,
  BandwidthLimitExceeded: throttled(),
  PriorRequestNotComplete: throttled(),
  ProvisionedThroughputExceededException: throttled(),
  RequestLimitExceeded: throttled(),
  SlowDown: throttled(),
  TooManyRequestsException: throttled(),
};

/** Patterns of code names that AWS uses across services: the first match decides. The entries of error tables take precedence. */
const patterns: readonly (readonly [RegExp, ErrorRule['situation']])[] = [
  [/NotFound|^NoSuch|DoesNotExist|NotExists|NonExistent/, 'not-found'],
  [/AlreadyExists?|\.Duplicate|^Duplicate|NameExists/, 'already-exists'],
  [/^Insufficient\w*Capacity|CapacityNotAvailable/, 'capacity'],
  [/Throttl(ing|ed)|RateExceeded/, 'throttled'],
  [/(Limit|Quota|Count)Exceeded|LimitReached|^TooMany(?!\w*InBatch)|\wLimit$/, 'quota'],
  [
    /(Incorrect|Invalid|Illegal)\w*Stat(e|us)$|StateTransition|^DependencyViolation$|^ConditionalCheckFailed|InUse$|Conflict|InProgress|Not(Ready|Active|Empty)$|(En|Dis)abled$|Already[A-Z]|Contains[A-Z]|^Concurrent(Modification|Access)/,
    'conflict',
  ],
  [/Access\w*Denied$|NoAuthorization|^(Unauthorized|Blocked)|Forbidden$|OptInRequired/, 'denied'],
  [
    /Invalid|Malformed|Missing|Unsupported|NotSupported|Unknown\w|Mismatch|Incompatible|Validation|BadRequest|Too(Long|Large|Small|Many)|SizeExceeded|NotDistinct|(?:^|\.)(Empty|Illegal|Bad|Insufficient)|Not(Allowed|Available|Specified)|UnexpectedContent|Prohibit|^(Client|User)$/,
    'invalid',
  ],
];

/** Finds the rule for a code that is in no table, by the pattern of its name. After a status of 500 or more the request is not to blame. */
export const ruleByPattern = (code: string, status = 400): ErrorRule | undefined => {
  const name = code.replace(/(Error|Exception|Fault)$/, '');
  const found = patterns.find(([pattern]) => pattern.test(name))?.[1];
  return found === undefined || (found === 'invalid' && status >= 500) ? undefined : { situation: found };
};
