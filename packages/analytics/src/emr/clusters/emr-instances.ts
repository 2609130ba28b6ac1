import { text, z } from '@arch/core/builder';
import type { InstanceGroupConfig, JobFlowInstancesConfig } from '@aws-sdk/client-emr';

/** A cluster of equal instances: one primary node, the others core nodes. */
export interface EmrInstances {
  /** e.g. `m5.xlarge`. */
  readonly instanceType: string;
  /** The primary node included: 1 is a cluster of one node. */
  readonly instanceCount: number;
}

/** Instances of a cluster that do the same: `MASTER` directs, `CORE` works and holds HDFS, `TASK` only works. */
export interface EmrInstanceGroup extends EmrInstances {
  readonly instanceRole: 'MASTER' | 'CORE' | 'TASK';
  /** `SPOT` is cheaper and may be taken away at any time: for `TASK`. Default `ON_DEMAND`. */
  readonly market?: 'ON_DEMAND' | 'SPOT' | undefined;
  /** Volumes of each instance beside its root volume. Default: what EMR gives the type. */
  readonly volumes?: readonly EmrVolume[] | undefined;
}

/** Volumes of one kind on each instance of a group. */
export interface EmrVolume {
  /** Default `gp3`. */
  readonly volumeType?: 'gp3' | 'gp2' | 'io1' | 'st1' | 'sc1' | 'standard' | undefined;
  /** 1–1,024. */
  readonly sizeGiB: number;
  /** Default 1. */
  readonly volumesPerInstance?: number | undefined;
}

/** What a cluster consists of, checked. */
export const emrInstances = (): z.ZodMiniType<EmrInstances | readonly EmrInstanceGroup[]> =>
  z.union([
    z.strictObject(instanceFields()),
    z.array(instanceGroup()).check(
      z.refine(areGroups, {
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

const areGroups = (groups: readonly EmrInstanceGroup[]): boolean => {
  const { MASTER = [], CORE = [], TASK = [] } = Object.groupBy(groups, ({ instanceRole }) => instanceRole);
  const isDirected = MASTER.length === 1 && [1, 3].includes(MASTER[0]?.instanceCount ?? 0);
  return isDirected && CORE.length <= 1 && TASK.length <= 48;
};

/** What a cluster consists of, in AWS's words. */
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
