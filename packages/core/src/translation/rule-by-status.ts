import type { ErrorRule, Situation } from './error-table.js';
import type { SdkError } from './sdk-error.js';

const situations: Readonly<Record<number, Situation>> = {
  403: 'denied',
  409: 'conflict',
  412: 'conflict',
  429: 'throttled',
};

/** Returns the rule for an error whose code is unknown, by its status and headers: AWS sends no code in response to HEAD. */
export const ruleByStatus = ({ $metadata, $response }: SdkError): ErrorRule => {
  const status = $metadata?.httpStatusCode ?? 0;
  if (status === 416) return { situation: 'other', remedy: rangeRemedy($response?.headers?.['content-range']) };
  return { situation: situations[status] ?? 'other' };
};

/** S3's codes for a bucket in another region. In response to HEAD, S3 sends no code. */
const wrongRegion = /^(?:PermanentRedirect|TemporaryRedirect|AuthorizationHeaderMalformed|Unknown(?:Error)?|\d{3})$/;

/** Returns the rule for an error whose headers contain the region of the bucket. */
export const ruleByRegion = ({ name, $metadata, $response }: SdkError): ErrorRule | undefined => {
  const region = $response?.headers?.['x-amz-bucket-region'];
  if (region === undefined || ![301, 307, 400].includes($metadata?.httpStatusCode ?? 0) || !wrongRegion.test(name))
    return undefined;
  return { situation: 'other', remedy: `The bucket is in ${region}: pass { region: '${region}' }.` };
};

const rangeRemedy = (contentRange: string | undefined): string => {
  const size = /\/(\d+)$/.exec(contentRange ?? '')?.[1];
  return `The range starts after the end of the object${size ? `, which has ${size} bytes` : ''}.`;
};
