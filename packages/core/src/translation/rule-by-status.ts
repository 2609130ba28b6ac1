import type { ErrorRule, Situation } from './error-table.js';
import type { SdkError } from './sdk-error.js';

const situations: Readonly<Record<number, Situation>> = {
  403: 'denied',
  409: 'conflict',
  412: 'conflict',
  429: 'throttled',
};

/** Meanings of an error that no table and no habit knows, by its status and headers: AWS sends no code in response to HEAD. */
export const ruleByStatus = ({ $metadata, $response }: SdkError): ErrorRule => {
  const status = $metadata?.httpStatusCode ?? 0;
  if (status === 416) return { situation: 'other', remedy: rangeRemedy($response?.headers?.['content-range']) };
  return { situation: situations[status] ?? 'other' };
};

/** Codes by which S3 says that a bucket is in another region; to HEAD it sends none. */
const wrongRegion = /^(?:PermanentRedirect|TemporaryRedirect|AuthorizationHeaderMalformed|Unknown(?:Error)?|\d{3})$/;

/** What an error says whose headers name the region of the bucket. */
export const ruleByRegion = ({ name, $metadata, $response }: SdkError): ErrorRule | undefined => {
  const region = $response?.headers?.['x-amz-bucket-region'];
  if (region === undefined || ![301, 307, 400].includes($metadata?.httpStatusCode ?? 0) || !wrongRegion.test(name))
    return undefined;
  return { situation: 'other', remedy: `The bucket is in ${region}: pass { region: '${region}' }.` };
};

const rangeRemedy = (contentRange: string | undefined): string => {
  const size = /\/(\d+)$/.exec(contentRange ?? '')?.[1];
  return `The range begins after the end of the object${size ? `, which has ${size} bytes` : ''}.`;
};
