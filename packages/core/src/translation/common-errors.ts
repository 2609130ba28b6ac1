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
