import { InvalidInputError } from '../errors/invalid-input-error.js';
import { asArchError } from '../translation/as-arch-error.js';
import { secondsLeft } from '../credentials/seconds-left.js';
import type { Sendable } from '../declaration/send.js';
import { toArnError } from '../declaration/to-arn-error.js';
import { toRequest } from '../declaration/to-request.js';
import { sessionFor } from '../session/current-session.js';
import type { SessionChoice } from '../session/session-choice.js';
import { internalsOf } from '../session/session-internals.js';
import { serialize } from './presign-request.js';

/** A form for an upload by HTTP POST. Anyone who has the fields can send it with the permissions of the signer until it expires. */
export interface PresignedForm {
  /** The URL to which the form is sent. */
  readonly url: string;
  /** The fields of the form, with the policy and its signature. They work without credentials, so do not log them. */
  readonly fields: Readonly<Record<string, string>>;
  /** The end of the form's validity: not later than the expiry of the credentials. */
  readonly expiresAt: Date;
}

/** A condition of a form's policy, e.g. `['starts-with', '$key', 'uploads/']`. */
export type FormCondition = readonly [operator: string, ...operands: (string | number)[]];

/** The options for signing a form. */
export interface FormOptions extends SessionChoice {
  readonly expiresInSeconds: number;
  /** Fields of the form whose values must not be changed. */
  readonly fields: Readonly<Record<string, string>>;
  /** Fields of the form whose values are limited by conditions. */
  readonly limitedFields: Readonly<Record<string, string>>;
  readonly conditions: readonly FormCondition[];
}

/**
 * Signs the policy of a form for uploads to S3. The declaration and the input are those of a request to the bucket, which determines the URL.
 * Nothing is sent, except to get credentials. https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export const presignForm = async (
  declaration: Sendable,
  input: object,
  { expiresInSeconds, fields, limitedFields, conditions, ...options }: FormOptions,
): Promise<PresignedForm> => {
  const { name: operation } = declaration;
  const session = internalsOf(sessionFor(options));
  try {
    const wire = toRequest({ ...declaration, isPresigned: true }, input);
    const unsigned = await serialize(declaration, wire, session).catch((error: unknown) => {
      throw toArnError(error, operation, wire);
    });
    const { credentials, scheme, region, service, request } = unsigned;
    if (scheme === 'sigv4a') {
      throw new InvalidInputError(`${operation}: forms for multi-region endpoints cannot be signed.`, { operation });
    }
    const now = session.clock.now();
    const expiresAt = new Date(now + Math.min(expiresInSeconds, secondsLeft(operation, credentials, now)) * 1_000);
    const date = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
    const signed = {
      ...fields,
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': `${credentials.accessKeyId}/${date.slice(0, 8)}/${region}/${service}/aws4_request`,
      'X-Amz-Date': date,
      ...(credentials.sessionToken !== undefined && { 'X-Amz-Security-Token': credentials.sessionToken }),
    };
    const exact = Object.entries(signed).map(([field, value]) => ({ [field]: value }));
    const policy = { expiration: expiresAt.toISOString(), conditions: [...exact, ...conditions] };
    const encoded = Buffer.from(JSON.stringify(policy)).toString('base64');
    const { formatUrl, signText } = await import('./presign.js');
    const signature = await signText(encoded, { credentials, region, service }, new Date(now));
    return {
      url: formatUrl({ ...request, query: {} }),
      fields: { ...signed, ...limitedFields, Policy: encoded, 'X-Amz-Signature': signature },
      expiresAt,
    };
  } catch (error) {
    throw asArchError(error, operation);
  }
};
