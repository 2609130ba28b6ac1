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
  const headers = $response?.headers ?? {};
  const status = $metadata?.httpStatusCode ?? 0;
  const region = headers['x-amz-bucket-region'];
  if (region !== undefined && [301, 307, 400].includes(status))
    return { situation: 'other', remedy: `The bucket is in ${region}: pass { region: '${region}' }.` };
  if (status === 416) return { situation: 'other', remedy: rangeRemedy(headers['content-range']) };
  return { situation: situations[status] ?? 'other' };
};

const rangeRemedy = (contentRange: string | undefined): string => {
  const size = /\/(\d+)$/.exec(contentRange ?? '')?.[1];
  return `The range begins after the end of the object${size ? `, which has ${size} bytes` : ''}.`;
};
