import type { Protocol } from './protocol.js';

/** The faults in which AWS returns an error. */
export type FaultError = 'throttle' | '500' | '503';

interface Said {
  readonly code: string;
  readonly message: string;
  readonly status: number;
}

const said = (code: string, status: number, message: string): Said => ({ code, status, message });

const tooFast = 'Rate exceeded';
const internal = 'An internal error has occurred';
const unavailable = 'The service is temporarily unable to handle the request';

const json: Readonly<Record<FaultError, Said>> = {
  throttle: said('ThrottlingException', 400, tooFast),
  '500': said('InternalServerError', 500, internal),
  '503': said('ServiceUnavailableException', 503, unavailable),
};

/** The error codes and messages of these faults, by protocol. */
export const faultErrors: Readonly<Record<Protocol, Readonly<Record<FaultError, Said>>>> = {
  ec2Query: {
    throttle: said('RequestLimitExceeded', 503, 'Request limit exceeded.'),
    '500': said('InternalError', 500, internal),
    '503': said('Unavailable', 503, unavailable),
  },
  awsQuery: {
    throttle: said('Throttling', 400, tooFast),
    '500': said('InternalFailure', 500, internal),
    '503': said('ServiceUnavailable', 503, unavailable),
  },
  restXml: {
    throttle: said('SlowDown', 503, 'Please reduce your request rate.'),
    '500': said('InternalError', 500, internal),
    '503': said('ServiceUnavailable', 503, unavailable),
  },
  restJson1: { ...json, throttle: said('TooManyRequestsException', 429, tooFast) },
  awsJson1_0: json,
  awsJson1_1: json,
};
