import { type AwsResource, optionalString, from, list, resource, type Schema, z } from '@arch/core/builder';
import { InstanceTypeInfo$ } from '@aws-sdk/client-ec2';

import {
  instanceStoreDisk,
  type InstanceStoreDisk,
  instanceTypeGpu,
  type InstanceTypeGpu,
} from './instance-type-hardware.js';

/** What AWS offers as an EC2 instance. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceTypeInfo.html */
export interface InstanceType extends AwsResource {
  /** e.g. `t3.micro`. */
  readonly instanceType: string;
  readonly currentGeneration: boolean;
  readonly freeTierEligible: boolean;
  /** `on-demand`, `spot` and `capacity-block`. */
  readonly supportedUsageClasses: readonly string[];
  /** `x86_64`, `arm64`, `i386`, `x86_64_mac` and `arm64_mac`: an image has to be built for one of them. */
  readonly architectures: readonly string[];
  readonly vCpus: number;
  readonly cores?: number | undefined;
  readonly threadsPerCore?: number | undefined;
  /** Numbers of cores that a launch may ask for; `[]` where there is no choice. */
  readonly validCores: readonly number[];
  readonly validThreadsPerCore: readonly number[];
  readonly memorySizeMiB: number;
  /** `AWS`, `Intel`, `AMD` or `Apple`. */
  readonly processorManufacturer?: string | undefined;
  readonly sustainedClockSpeedGhz?: number | undefined;
  /** e.g. `amd-sev-snp`. */
  readonly processorFeatures: readonly string[];
  /** `nitro` or `xen`; absent for bare metal. */
  readonly hypervisor?: string | undefined;
  readonly bareMetal: boolean;
  /** A T type: it saves up CPU credits while it has little to do. */
  readonly burstablePerformanceSupported: boolean;
  readonly hibernationSupported: boolean;
  readonly dedicatedHostsSupported: boolean;
  /** Whether AWS can move an instance to other hardware when its own fails. */
  readonly autoRecoverySupported: boolean;
  /** `supported` or `unsupported`. */
  readonly nitroEnclavesSupport?: string | undefined;
  /** `supported` or `unsupported`. */
  readonly nitroTpmSupport?: string | undefined;
  /** `uefi` and `legacy-bios`. */
  readonly supportedBootModes: readonly string[];
  /** `ebs` and `instance-store`. */
  readonly supportedRootDeviceTypes: readonly string[];
  /** `hvm` and `paravirtual`. */
  readonly supportedVirtualizationTypes: readonly string[];
  /** Placement groups that it can be in: `cluster`, `partition` and `spread`. */
  readonly supportedPlacementStrategies: readonly string[];
  /** In AWS's words, e.g. `Up to 10 Gigabit` or `Moderate`. */
  readonly networkPerformance?: string | undefined;
  readonly maximumNetworkInterfaces?: number | undefined;
  readonly maximumNetworkCards?: number | undefined;
  readonly ipv4AddressesPerInterface?: number | undefined;
  readonly ipv6AddressesPerInterface?: number | undefined;
  readonly ipv6Supported?: boolean | undefined;
  /** Elastic Network Adapter: `required`, `supported` or `unsupported`. */
  readonly enaSupport?: string | undefined;
  /** Elastic Fabric Adapter, for tightly coupled computing. */
  readonly efaSupported?: boolean | undefined;
  /** Whether traffic between such instances is encrypted by the hardware. */
  readonly encryptionInTransitSupported?: boolean | undefined;
  /** Bandwidth of its own for EBS: `default` (always on), `supported` (to be asked for) or `unsupported`. */
  readonly ebsOptimizedSupport?: string | undefined;
  readonly ebsBaselineBandwidthMbps?: number | undefined;
  readonly ebsBaselineThroughputMBps?: number | undefined;
  /** Operations per second. */
  readonly ebsBaselineIops?: number | undefined;
  /** For at least 30 minutes a day; the same as the baseline for types that do not burst. */
  readonly ebsMaximumBandwidthMbps?: number | undefined;
  readonly ebsMaximumThroughputMBps?: number | undefined;
  readonly ebsMaximumIops?: number | undefined;
  /** `required`, `supported` or `unsupported`: how volumes appear in the instance. */
  readonly ebsNvmeSupport?: string | undefined;
  readonly maximumEbsAttachments?: number | undefined;
  readonly instanceStorageSupported: boolean;
  /** Of all instance store disks, in GB of 1,000,000,000 bytes. */
  readonly instanceStorageSizeGB?: number | undefined;
  readonly instanceStorageDisks: readonly InstanceStoreDisk[];
  readonly gpus: readonly InstanceTypeGpu[];
  /** Of all GPUs. */
  readonly totalGpuMemoryMiB?: number | undefined;
  /** `false` only where types that this region lacks were asked for. */
  readonly supportedInRegion?: boolean | undefined;
}

/** Parses one EC2 `InstanceTypeInfo` structure. */
export const instanceType = (): Schema<InstanceType> =>
  resource<InstanceType>(InstanceTypeInfo$, {
    instanceType: z.string(),
    currentGeneration: z.boolean(),
    freeTierEligible: z.boolean(),
    supportedUsageClasses: list(z.string()),
    architectures: from('ProcessorInfo.SupportedArchitectures', list(z.string())),
    vCpus: from('VCpuInfo.DefaultVCpus', z.number()),
    cores: from('VCpuInfo.DefaultCores', z.optional(z.number())),
    threadsPerCore: from('VCpuInfo.DefaultThreadsPerCore', z.optional(z.number())),
    validCores: from('VCpuInfo.ValidCores', list(z.number())),
    validThreadsPerCore: from('VCpuInfo.ValidThreadsPerCore', list(z.number())),
    memorySizeMiB: from('MemoryInfo.SizeInMiB', z.number()),
    processorManufacturer: from('ProcessorInfo.Manufacturer', optionalString()),
    sustainedClockSpeedGhz: from('ProcessorInfo.SustainedClockSpeedInGhz', z.optional(z.number())),
    processorFeatures: from('ProcessorInfo.SupportedFeatures', list(z.string())),
    hypervisor: optionalString(),
    bareMetal: z.boolean(),
    burstablePerformanceSupported: z.boolean(),
    hibernationSupported: z.boolean(),
    dedicatedHostsSupported: z.boolean(),
    autoRecoverySupported: z.boolean(),
    nitroEnclavesSupport: optionalString(),
    nitroTpmSupport: optionalString(),
    supportedBootModes: list(z.string()),
    supportedRootDeviceTypes: list(z.string()),
    supportedVirtualizationTypes: list(z.string()),
    supportedPlacementStrategies: from('PlacementGroupInfo.SupportedStrategies', list(z.string())),
    networkPerformance: from('NetworkInfo.NetworkPerformance', optionalString()),
    maximumNetworkInterfaces: from('NetworkInfo.MaximumNetworkInterfaces', z.optional(z.number())),
    maximumNetworkCards: from('NetworkInfo.MaximumNetworkCards', z.optional(z.number())),
    ipv4AddressesPerInterface: from('NetworkInfo.Ipv4AddressesPerInterface', z.optional(z.number())),
    ipv6AddressesPerInterface: from('NetworkInfo.Ipv6AddressesPerInterface', z.optional(z.number())),
    ipv6Supported: from('NetworkInfo.Ipv6Supported', z.optional(z.boolean())),
    enaSupport: from('NetworkInfo.EnaSupport', optionalString()),
    efaSupported: from('NetworkInfo.EfaSupported', z.optional(z.boolean())),
    encryptionInTransitSupported: from('NetworkInfo.EncryptionInTransitSupported', z.optional(z.boolean())),
    ebsOptimizedSupport: from('EbsInfo.EbsOptimizedSupport', optionalString()),
    ebsBaselineBandwidthMbps: ebs('BaselineBandwidthInMbps'),
    ebsBaselineThroughputMBps: ebs('BaselineThroughputInMBps'),
    ebsBaselineIops: ebs('BaselineIops'),
    ebsMaximumBandwidthMbps: ebs('MaximumBandwidthInMbps'),
    ebsMaximumThroughputMBps: ebs('MaximumThroughputInMBps'),
    ebsMaximumIops: ebs('MaximumIops'),
    ebsNvmeSupport: from('EbsInfo.NvmeSupport', optionalString()),
    maximumEbsAttachments: from('EbsInfo.MaximumEbsAttachments', z.optional(z.number())),
    instanceStorageSupported: z.boolean(),
    instanceStorageSizeGB: from('InstanceStorageInfo.TotalSizeInGB', z.optional(z.number())),
    instanceStorageDisks: from('InstanceStorageInfo.Disks', list(instanceStoreDisk())),
    gpus: from('GpuInfo.Gpus', list(instanceTypeGpu())),
    totalGpuMemoryMiB: from('GpuInfo.TotalGpuMemoryInMiB', z.optional(z.number())),
    supportedInRegion: z.optional(z.boolean()),
  });

const ebs = (member: string): ReturnType<typeof from<number | undefined>> =>
  from(`EbsInfo.EbsOptimizedInfo.${member}`, z.optional(z.number()));
