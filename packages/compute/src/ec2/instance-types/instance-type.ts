import { type AwsResource, optionalString, from, list, resource, type Schema, z } from '@arch/core/builder';
import { InstanceTypeInfo$ } from '@aws-sdk/client-ec2';

import {
  instanceStoreDisk,
  type InstanceStoreDisk,
  instanceTypeGpu,
  type InstanceTypeGpu,
} from './instance-type-hardware.js';

/** An instance type. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceTypeInfo.html */
export interface InstanceType extends AwsResource {
  /** The name of the instance type, e.g. `t3.micro`. */
  readonly instanceType: string;
  /** Whether the type is of the current generation. */
  readonly currentGeneration: boolean;
  /** Whether the type is eligible for the free tier. */
  readonly freeTierEligible: boolean;
  /** The supported usage classes: `on-demand`, `spot` and `capacity-block`. */
  readonly supportedUsageClasses: readonly string[];
  /** The supported architectures, one of which the image must have: `x86_64`, `arm64`, `i386`, `x86_64_mac` and `arm64_mac`. */
  readonly architectures: readonly string[];
  /** The default number of vCPUs. */
  readonly vCpus: number;
  /** The default number of cores. */
  readonly cores?: number | undefined;
  /** The default number of threads per core. */
  readonly threadsPerCore?: number | undefined;
  /** The numbers of cores that a launch can request; `[]` if there is no choice. */
  readonly validCores: readonly number[];
  /** The numbers of threads per core that a launch can request; `[]` if there is no choice. */
  readonly validThreadsPerCore: readonly number[];
  /** The memory in MiB. */
  readonly memorySizeMiB: number;
  /** The manufacturer of the processor: `AWS`, `Intel`, `AMD` or `Apple`. */
  readonly processorManufacturer?: string | undefined;
  /** The clock speed of the processor in GHz. */
  readonly sustainedClockSpeedGhz?: number | undefined;
  /** Features of the processor, e.g. `amd-sev-snp`. */
  readonly processorFeatures: readonly string[];
  /** The hypervisor: `nitro` or `xen`; absent for bare metal. */
  readonly hypervisor?: string | undefined;
  /** Whether instances run without a hypervisor. */
  readonly bareMetal: boolean;
  /** Whether the type earns CPU credits at low load and uses them for bursts (T types). */
  readonly burstablePerformanceSupported: boolean;
  /** Whether On-Demand Instances can hibernate. */
  readonly hibernationSupported: boolean;
  /** Whether the type can run on Dedicated Hosts. */
  readonly dedicatedHostsSupported: boolean;
  /** Whether AWS can move an instance to other hardware if its hardware fails. */
  readonly autoRecoverySupported: boolean;
  /** Nitro Enclaves: `supported` or `unsupported`. */
  readonly nitroEnclavesSupport?: string | undefined;
  /** NitroTPM, a virtual Trusted Platform Module: `supported` or `unsupported`. */
  readonly nitroTpmSupport?: string | undefined;
  /** The supported boot modes: `uefi` and `legacy-bios`. */
  readonly supportedBootModes: readonly string[];
  /** The supported types of the root volume: `ebs` and `instance-store`. */
  readonly supportedRootDeviceTypes: readonly string[];
  /** The supported virtualization types: `hvm` and `paravirtual`. */
  readonly supportedVirtualizationTypes: readonly string[];
  /** The supported strategies of placement groups: `cluster`, `partition` and `spread`. */
  readonly supportedPlacementStrategies: readonly string[];
  /** The network performance as AWS describes it, e.g. `Up to 10 Gigabit` or `Moderate`. */
  readonly networkPerformance?: string | undefined;
  /** The maximum number of network interfaces. */
  readonly maximumNetworkInterfaces?: number | undefined;
  /** The maximum number of network cards. */
  readonly maximumNetworkCards?: number | undefined;
  /** The maximum number of IPv4 addresses per network interface. */
  readonly ipv4AddressesPerInterface?: number | undefined;
  /** The maximum number of IPv6 addresses per network interface. */
  readonly ipv6AddressesPerInterface?: number | undefined;
  /** Whether IPv6 is supported. */
  readonly ipv6Supported?: boolean | undefined;
  /** Elastic Network Adapter (ENA): `required`, `supported` or `unsupported`. */
  readonly enaSupport?: string | undefined;
  /** Whether Elastic Fabric Adapter (EFA) is supported, for tightly coupled computing. */
  readonly efaSupported?: boolean | undefined;
  /** Whether the hardware encrypts the traffic between instances. */
  readonly encryptionInTransitSupported?: boolean | undefined;
  /** Dedicated bandwidth for EBS: `default` (always enabled), `supported` (enabled on request) or `unsupported`. */
  readonly ebsOptimizedSupport?: string | undefined;
  /** The baseline bandwidth for EBS in Mbit/s. */
  readonly ebsBaselineBandwidthMbps?: number | undefined;
  /** The baseline throughput for EBS in MB/s. */
  readonly ebsBaselineThroughputMBps?: number | undefined;
  /** The baseline of I/O operations per second for EBS. */
  readonly ebsBaselineIops?: number | undefined;
  /** The maximum bandwidth for EBS in Mbit/s, for at least 30 minutes per day; the same as the baseline for types without bursts. */
  readonly ebsMaximumBandwidthMbps?: number | undefined;
  /** The maximum throughput for EBS in MB/s, for at least 30 minutes per day. */
  readonly ebsMaximumThroughputMBps?: number | undefined;
  /** The maximum of I/O operations per second for EBS, for at least 30 minutes per day. */
  readonly ebsMaximumIops?: number | undefined;
  /** Whether EBS volumes are NVMe devices in the instance: `required`, `supported` or `unsupported`. */
  readonly ebsNvmeSupport?: string | undefined;
  /** The maximum number of attached EBS volumes. */
  readonly maximumEbsAttachments?: number | undefined;
  /** Whether the type has instance store disks. */
  readonly instanceStorageSupported: boolean;
  /** The total size of all instance store disks in GB (1,000,000,000 bytes). */
  readonly instanceStorageSizeGB?: number | undefined;
  /** The instance store disks, by size. */
  readonly instanceStorageDisks: readonly InstanceStoreDisk[];
  /** The GPUs, by model. */
  readonly gpus: readonly InstanceTypeGpu[];
  /** The total memory of all GPUs in MiB. */
  readonly totalGpuMemoryMiB?: number | undefined;
  /** `false` for a type that the region does not offer, which is listed only with `includeUnsupportedInRegion`. */
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
