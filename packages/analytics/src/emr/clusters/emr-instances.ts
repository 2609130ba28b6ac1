import { text, z } from '@arch/core/builder';
import type { InstanceGroupConfig, JobFlowInstancesConfig } from '@aws-sdk/client-emr';

/** The instances of a cluster, all of the same type: one primary node, and core nodes. */
export interface EmrInstances {
  /** Instance type, e.g. `m5.xlarge`. */
  readonly instanceType: string;
  /** Number of instances, including the primary node; at least 1. */
  readonly instanceCount: number;
}

/** A group of instances of a cluster that have the same role. */
export interface EmrInstanceGroup extends EmrInstances {
  /** Role of the instances: `MASTER` manages the cluster, `CORE` runs tasks and stores HDFS data, `TASK` only runs tasks. */
  readonly instanceRole: 'MASTER' | 'CORE' | 'TASK';
  /**
   * Market of the instances. `SPOT` costs less, but AWS can reclaim the instances at any time; use it for `TASK`. Default that AWS applies:
   * `ON_DEMAND`.
   */
  readonly market?: 'ON_DEMAND' | 'SPOT' | undefined;
  /** EBS volumes of each instance, in addition to its root volume. Default: EMR's default volumes for the instance type. */
  readonly volumes?: readonly EmrVolume[] | undefined;
}

/** EBS volumes of the same type and size for each instance of a group. */
export interface EmrVolume {
  /** Volume type. Default: `gp3`. */
  readonly volumeType?: 'gp3' | 'gp2' | 'io1' | 'st1' | 'sc1' | 'standard' | undefined;
  /** Size of each volume in GiB, 1–1,024. */
  readonly sizeGiB: number;
  /** Number of these volumes for each instance. Default that AWS applies: 1. */
  readonly volumesPerInstance?: number | undefined;
}

/** Checks the instances of a cluster. */
export const emrInstances = (): z.ZodMiniType<EmrInstances | readonly EmrInstanceGroup[]> =>
  z.union([
    z.strictObject(instanceFields()),
    z.array(instanceGroup()).check(
      z.refine(areValidGroups, {
        error: 'a list of groups: exactly one MASTER with 1 or 3 instances, at most one CORE and at most 48 TASK',
      }),
    ),
  ]);

const instanceFields = () => ({ instanceType: text(1, 256), instanceCount: z.int().check(z.gte(1)) });

const instanceGroup = (): z.ZodMiniType<EmrInstanceGroup> =>
  z.strictObject({
    ...instanceFields(),
    instanceRole: z.enum(['MASTER', 'CORE', 'TASK']),
    market: z.optional(z.enum(['ON_DEMAND', 'SPOT'])),
    volumes: z.optional(
      z.array(
        z.strictObject({
          volumeType: z.optional(z.enum(['gp3', 'gp2', 'io1', 'st1', 'sc1', 'standard'])),
          sizeGiB: z.int().check(z.gte(1), z.lte(1_024)),
          volumesPerInstance: z.optional(z.int().check(z.gte(1))),
        }),
      ),
    ),
  });

const areValidGroups = (groups: readonly EmrInstanceGroup[]): boolean => {
  const { MASTER = [], CORE = [], TASK = [] } = Object.groupBy(groups, ({ instanceRole }) => instanceRole);
  const hasValidMaster = MASTER.length === 1 && [1, 3].includes(MASTER[0]?.instanceCount ?? 0);
  return hasValidMaster && CORE.length <= 1 && TASK.length <= 48;
};

/** Returns the instances of a cluster in AWS's form. */
export const toInstances = (instances: EmrInstances | readonly EmrInstanceGroup[]): JobFlowInstancesConfig => {
  if (!('instanceType' in instances)) return { InstanceGroups: instances.map(toInstanceGroup) };
  const { instanceType, instanceCount } = instances;
  return {
    MasterInstanceType: instanceType,
    ...(instanceCount > 1 && { SlaveInstanceType: instanceType }),
    InstanceCount: instanceCount,
  };
};

const toInstanceGroup = ({
  instanceRole,
  instanceType,
  instanceCount,
  market,
  volumes,
}: EmrInstanceGroup): InstanceGroupConfig => ({
  InstanceRole: instanceRole,
  InstanceType: instanceType,
  InstanceCount: instanceCount,
  Market: market,
  EbsConfiguration: volumes && {
    EbsBlockDeviceConfigs: volumes.map(({ volumeType = 'gp3', sizeGiB, volumesPerInstance }) => ({
      VolumeSpecification: { VolumeType: volumeType, SizeInGB: sizeGiB },
      VolumesPerInstance: volumesPerInstance,
    })),
  },
});
