import type { subscriptionProtocols } from './subscription.js';

/** A protocol that SNS supports today. */
export type KnownProtocol = (typeof subscriptionProtocols)[number];

const forms: readonly (readonly [RegExp, KnownProtocol])[] = [
  [/^arn:[\w-]+:sqs:/, 'sqs'],
  [/^arn:[\w-]+:lambda:/, 'lambda'],
  [/^arn:[\w-]+:firehose:/, 'firehose'],
  [/^arn:[\w-]+:sns:[^:]*:[^:]*:endpoint\//, 'application'],
  [/^https:\/\//, 'https'],
  [/^http:\/\//, 'http'],
  [/^\+\d[\d -]+$/, 'sms'],
  [/^[^\s@]+@[^\s@]+$/, 'email'],
];

/** The protocol of an endpoint, derived from its form. */
export const protocolOf = (endpoint: string): KnownProtocol | undefined =>
  forms.find(([form]) => form.test(endpoint))?.[1];

/** Whether an endpoint matches a protocol. */
export const fitsProtocol = (endpoint: string, protocol: string): boolean => {
  const own = protocol === 'email-json' ? 'email' : protocol;
  // Telephone numbers are written in many forms.
  return own === 'sms' ? /\d/.test(endpoint) : protocolOf(endpoint) === own;
};
