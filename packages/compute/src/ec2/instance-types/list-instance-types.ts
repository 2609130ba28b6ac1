import {
  type AwsInput,
  type Filters,
  type FilterValue,
  listOperation,
  type ListOperation,
  type Open,
  z,
  oneOrMore,
} from '@arch/core/builder';
import { ec2List } from '@arch/services/ec2';
import { DescribeInstanceTypesCommand } from '@aws-sdk/client-ec2';

import { architectures } from '../architectures.js';
import { instanceTypePattern } from './instance-type-pattern.js';
import { instanceType, type InstanceType } from './instance-type.js';

export interface ListInstanceTypesInput extends AwsInput {
  /** Names of instance types, with `*` and `?` as wildcards, e.g. `c7g.*`; one of several must match. */
  readonly instanceType?: string | readonly string[] | undefined;
  /** The processor architecture. */
  readonly architecture?: Open<'x86_64' | 'arm64' | 'i386' | 'x86_64_mac' | 'arm64_mac'> | undefined;
  /** The exact default number of vCPUs; one of several must match. AWS does not filter by ranges. */
  readonly vCpus?: number | readonly number[] | undefined;
  /** The exact memory in MiB; one of several must match. AWS does not filter by ranges. */
  readonly memorySizeMiB?: number | readonly number[] | undefined;
  /** The usage class. */
  readonly supportedUsageClass?: Open<'on-demand' | 'spot' | 'capacity-block'> | undefined;
  /** The hypervisor. */
  readonly hypervisor?: Open<'nitro' | 'xen'> | undefined;
  /** Whether the types are of the current generation. */
  readonly currentGeneration?: boolean | undefined;
  /** Whether the types are eligible for the free tier. */
  readonly freeTierEligible?: boolean | undefined;
  /** Whether instances run without a hypervisor. */
  readonly bareMetal?: boolean | undefined;
  /** Whether the types are T types, which use CPU credits. */
  readonly burstablePerformanceSupported?: boolean | undefined;
  /** Whether On-Demand Instances can hibernate. */
  readonly hibernationSupported?: boolean | undefined;
  /** Whether the types have instance store disks. */
  readonly instanceStorageSupported?: boolean | undefined;
  /** Whether types that this region does not offer are also listed. Default: `false`. */
  readonly includeUnsupportedInRegion?: boolean | undefined;
  /** Further filters by AWS's names, e.g. `{ 'network-info.efa-supported': true }`. */
  readonly filters?: Filters | undefined;
}

/**
 * Lists the instance types of a region, often more than a thousand, 100 per request, one page ahead of the consumer. Only types that match
 * all members are listed.
 *
 * @example
 * const types = await listInstanceTypes({ architecture: 'arm64', vCpus: [2, 4], currentGeneration: true }).toArray();
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypes.html
 */
export const listInstanceTypes: ListOperation<ListInstanceTypesInput, InstanceType> = listOperation(() =>
  ec2List({
    name: 'listInstanceTypes',
    command: DescribeInstanceTypesCommand,
    filtersByTags: false,
    input: {
      instanceType: z.optional(oneOrMore(instanceTypePattern())),
      architecture: z.optional(z.enum(architectures)),
      vCpus: oneOrMoreNumbers(),
      memorySizeMiB: oneOrMoreNumbers(),
      supportedUsageClass: z.optional(z.enum(['on-demand', 'spot', 'capacity-block'])),
      hypervisor: z.optional(z.enum(['nitro', 'xen'])),
      currentGeneration: z.optional(z.boolean()),
      freeTierEligible: z.optional(z.boolean()),
      bareMetal: z.optional(z.boolean()),
      burstablePerformanceSupported: z.optional(z.boolean()),
      hibernationSupported: z.optional(z.boolean()),
      instanceStorageSupported: z.optional(z.boolean()),
      includeUnsupportedInRegion: z.optional(z.boolean()),
    },
    item: instanceType(),
    items: (response) => response.InstanceTypes,
    filters: filtersOf,
    pageSize: 100,
  }),
);

const filtersOf = (
  wanted: ListInstanceTypesInput,
): Readonly<Record<string, FilterValue | readonly FilterValue[] | undefined>> => ({
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
