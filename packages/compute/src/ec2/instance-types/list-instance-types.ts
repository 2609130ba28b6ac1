import {
  type AwsInput,
  filterRecord,
  type Filters,
  input,
  listOperation,
  type ListOperation,
  type Open,
  toFilterList,
  z,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeInstanceTypesCommand } from '@aws-sdk/client-ec2';

import { instanceType, type InstanceType } from './instance-type.js';

export interface ListInstanceTypesInput extends AwsInput {
  /** Names, with `*` and `?` as wildcards, e.g. `c7g.*`; one of several has to match, and so with the other members. */
  readonly instanceType?: string | readonly string[] | undefined;
  readonly architecture?: Open<'x86_64' | 'arm64' | 'i386' | 'x86_64_mac' | 'arm64_mac'> | undefined;
  /** Exactly so many. AWS does not filter by ranges. */
  readonly vCpus?: number | readonly number[] | undefined;
  /** Exactly so much. AWS does not filter by ranges. */
  readonly memorySizeMiB?: number | readonly number[] | undefined;
  readonly supportedUsageClass?: Open<'on-demand' | 'spot' | 'capacity-block'> | undefined;
  readonly hypervisor?: Open<'nitro' | 'xen'> | undefined;
  readonly currentGeneration?: boolean | undefined;
  readonly freeTierEligible?: boolean | undefined;
  readonly bareMetal?: boolean | undefined;
  /** The T types. */
  readonly burstablePerformanceSupported?: boolean | undefined;
  readonly hibernationSupported?: boolean | undefined;
  readonly instanceStorageSupported?: boolean | undefined;
  /** Whether types that this region lacks are listed as well. Default `false`. */
  readonly includeUnsupportedInRegion?: boolean | undefined;
  /** AWS's further filters by name, e.g. `{ 'network-info.efa-supported': true }`. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists the instance types of a region, well over a thousand, 100 in a request, one page ahead of the consumer.
 *
 * @example
 * const types = await listInstanceTypes({ architecture: 'arm64', vCpus: [2, 4], currentGeneration: true }).toArray();
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypes.html
 */
export const listInstanceTypes: ListOperation<ListInstanceTypesInput, InstanceType> = listOperation(() => ({
  name: 'listInstanceTypes',
  service: ec2,
  command: DescribeInstanceTypesCommand,
  permissions: ['ec2:DescribeInstanceTypes'],
  input: input<ListInstanceTypesInput>({
    instanceType: z.optional(z.union([z.string(), z.array(z.string())])),
    architecture: z.optional(z.string()),
    vCpus: oneOrMoreNumbers(),
    memorySizeMiB: oneOrMoreNumbers(),
    supportedUsageClass: z.optional(z.string()),
    hypervisor: z.optional(z.string()),
    currentGeneration: z.optional(z.boolean()),
    freeTierEligible: z.optional(z.boolean()),
    bareMetal: z.optional(z.boolean()),
    burstablePerformanceSupported: z.optional(z.boolean()),
    hibernationSupported: z.optional(z.boolean()),
    instanceStorageSupported: z.optional(z.boolean()),
    includeUnsupportedInRegion: z.optional(z.boolean()),
    filters: filterRecord(),
  }),
  item: instanceType(),
  request: (wanted) => ({ Filters: toFilterList({ ...filtersOf(wanted), ...wanted.filters }) }),
  items: (response) => response.InstanceTypes,
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 5, most: 100 } },
}));

const filtersOf = (wanted: ListInstanceTypesInput): Parameters<typeof toFilterList>[0] => ({
  'instance-type': wanted.instanceType,
  'processor-info.supported-architecture': wanted.architecture,
  'vcpu-info.default-vcpus': wanted.vCpus,
  'memory-info.size-in-mib': wanted.memorySizeMiB,
  'supported-usage-class': wanted.supportedUsageClass,
  hypervisor: wanted.hypervisor,
  'current-generation': wanted.currentGeneration,
  'free-tier-eligible': wanted.freeTierEligible,
  'bare-metal': wanted.bareMetal,
  'burstable-performance-supported': wanted.burstablePerformanceSupported,
  'hibernation-supported': wanted.hibernationSupported,
  'instance-storage-supported': wanted.instanceStorageSupported,
});

const oneOrMoreNumbers = (): z.ZodMiniType<number | readonly number[] | undefined> => {
  const whole = z.int().check(z.gte(1));
  return z.optional(z.union([whole, z.array(whole)]));
};
