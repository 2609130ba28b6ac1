import { InvalidInputError } from '../errors/invalid-input-error.js';
import { quote } from '../schema/quote.js';
import { environmentRegion } from '../session/environment-region.js';
import { partitionOf } from '../settings/partition-of.js';

/** Where the resources of a policy are. */
export interface PolicyOptions {
  /** The region of the resources, which also sets the partition, e.g. `us-gov-west-1`. Default: all regions. */
  readonly region?: string | undefined;
  /** The account of the resources, 12 digits. Default: all accounts. */
  readonly accountId?: string | undefined;
  /** `aws`, `aws-cn`, `aws-us-gov`, `aws-eusc` or another one. Default: that of `region`, of `AWS_REGION` or `AWS_DEFAULT_REGION`, or `aws`. */
  readonly partition?: string | undefined;
}

interface Place {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
}

const formats: Readonly<Record<keyof PolicyOptions, readonly [RegExp, string]>> = {
  region: [/^[a-z]{2,4}(?:-[a-z]+)+-\d+$/, 'a region such as eu-west-1'],
  accountId: [/^\d{12}$/, '12 digits'],
  partition: [/^aws[a-z-]*$/, 'a partition such as aws-us-gov'],
};

/** Checks the options and fills in the defaults. */
export const placeOf = (options: unknown): Place => {
  if (typeof options !== 'object' || options === null)
    throw new InvalidInputError('policyFor: pass functions of @arch packages, such as describeInstance.');
  for (const [name, value] of Object.entries(options)) {
    const format = Object.hasOwn(formats, name) ? formats[name as keyof PolicyOptions] : undefined;
    if (!format)
      throw new InvalidInputError(
        `policyFor: unknown option ${quote(name)}. It accepts ${Object.keys(formats).join(', ')}, after the functions.`,
      );
    if (value !== undefined && !(typeof value === 'string' && format[0].test(value)))
      throw new InvalidInputError(`policyFor: ${name} must be ${format[1]} (got ${quote(value)}).`);
  }
  const { region, accountId = '*', partition } = options as PolicyOptions;
  return {
    partition: partition ?? partitionOf(region ?? environmentRegion() ?? ''),
    region: region ?? '*',
    accountId,
  };
};
