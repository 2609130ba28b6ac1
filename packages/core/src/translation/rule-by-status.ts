import type { ErrorRule, Situation } from './error-table.js';
import type { SdkError } from './sdk-error.js';

const situations: Readonly<Record<number, Situation>> = {
  304: 'conflict',
  403: 'denied',
  409: 'conflict',
  412: 'conflict',
  429: 'throttled',
};

/** Returns the rule for an error whose code is unknown, by its status and headers: AWS sends no code in response to HEAD. */
export const ruleByStatus = ({ $metadata }: SdkError): ErrorRule => {
  const status = $metadata?.httpStatusCode ?? 0;
  const remedy = status === 304 ? 'It has not changed: the condition of the request excludes this version.' : undefined;
  return { situation: situations[status] ?? 'other', remedy };
};

/** Returns the rule for a range that the object does not contain. */
export const ruleByRange = ({ $metadata, $response, RangeRequested: range }: SdkError): ErrorRule | undefined => {
  if ($metadata?.httpStatusCode !== 416) return undefined;
  const size = /\/(\d+)$/.exec($response?.headers?.['content-range'] ?? '')?.[1];
  const remedy = `The range${typeof range === 'string' ? ` ${range}` : ''} starts after the end of the object${size ? `, which has ${size} bytes` : ''}.`;
  return { situation: 'invalid', remedy };
};

/** S3's codes for a bucket in another region. In response to HEAD, S3 sends no code. */
const wrongRegion = /^(?:PermanentRedirect|TemporaryRedirect|AuthorizationHeaderMalformed|Unknown(?:Error)?|\d{3})$/;

/** Returns the rule for an error whose headers contain the region of the bucket. */
export const ruleByRegion = ({ name, $metadata, $response }: SdkError): ErrorRule | undefined => {
  const region = $response?.headers?.['x-amz-bucket-region'];
  if (region === undefined || ![301, 307, 400].includes($metadata?.httpStatusCode ?? 0) || !wrongRegion.test(name))
    return undefined;
  return { situation: 'invalid', remedy: `The bucket is in ${region}: pass { region: '${region}' }.` };
};
