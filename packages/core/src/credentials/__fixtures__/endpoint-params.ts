import type { SignInEndpointParams } from '../sign-in/sign-in-endpoint.js';

/** Regions of all partitions, special and unknown ones. */
const regions = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'aws-global',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'mx-central-1',
  'cn-north-1',
  'cn-northwest-1',
  'us-gov-west-1',
  'us-gov-east-1',
  'us-iso-east-1',
  'us-isob-east-1',
  'eu-isoe-west-1',
  'us-isof-south-1',
  'eusc-de-east-1',
  'unknown-1',
  undefined,
];
const flags = [false, true];

/** The parameters of endpoints in all combinations. */
export const endpointParams: readonly SignInEndpointParams[] = regions.flatMap((region) =>
  [undefined, 'http://127.0.0.1:4566/base'].flatMap((endpoint) =>
    flags.flatMap((UseFIPS) =>
      flags.map((UseDualStack) => ({
        UseFIPS,
        UseDualStack,
        ...(region !== undefined && { Region: region }),
        ...(endpoint !== undefined && { Endpoint: endpoint }),
      })),
    ),
  ),
);

/** Returns a text, or the message of the error. */
export const outcomeOf = (make: () => string): string => {
  try {
    return make();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
