import { type AwsInput, type input, tagRecord, type Tags, text, z } from '@arch/core/builder';

import { kmsKey, mlInstanceType, sageMakerName, within } from '../sage-maker-fields.js';

/** A variant without instances: AWS bills the time of its calls only, and the first one after a while waits for the container. */
export interface ServerlessDeployment {
  /** 1,024, 2,048 and so on to 6,144. */
  readonly memoryMiB: number;
  /** How many calls it answers at once, 1–200. */
  readonly maxConcurrency: number;
  /** How many of them without a cold start, which is billed all the time. */
  readonly provisionedConcurrency?: number | undefined;
}

/** How an update shifts the calls from the old instances to the new ones. */
export interface TrafficRouting {
  /** All of them, a part first, or part by part. */
  readonly type: 'ALL_AT_ONCE' | 'CANARY' | 'LINEAR';
  /** How long SageMaker watches the alarms after each step, 0–3,600. */
  readonly waitIntervalSeconds: number;
  /** How many of the instances a step has: 1–50 for `CANARY`, 10–50 for `LINEAR`. */
  readonly stepPercent?: number | undefined;
}

export interface DeployModelInput extends AwsInput {
  /** 1–63 letters, digits and `-`. Where there is such an endpoint, it is updated. */
  readonly endpointName: string;
  readonly modelName: string;
  /** e.g. `ml.m5.large`; or `serverless`. */
  readonly instanceType?: string | undefined;
  /** Default 1. AWS spreads two and more over Availability Zones. */
  readonly instanceCount?: number | undefined;
  readonly serverless?: ServerlessDeployment | undefined;
  /** Default `AllTraffic`. */
  readonly variantName?: string | undefined;
  /** Of the disk of each instance, 1–512. Default: by type. */
  readonly volumeSizeGiB?: number | undefined;
  /** The key that the disks are encrypted with; not for types with a disk of their own. Default: SageMaker's. */
  readonly kmsKeyId?: string | undefined;
  /** For how long the container may not answer `/ping`, 60–3,600. */
  readonly containerStartupHealthCheckTimeoutSeconds?: number | undefined;
  /** For how long the model may be copied, 60–3,600. */
  readonly modelDataDownloadTimeoutSeconds?: number | undefined;
  /** Of an update: the numbers of instances and the weights stay as they are, e.g. as auto scaling has set them. Default `false`. */
  readonly retainAllVariantProperties?: boolean | undefined;
  /** Of an update: CloudWatch alarms, 1–10, that make SageMaker roll back. */
  readonly rollbackAlarmNames?: readonly string[] | undefined;
  /** Of an update. AWS's default is all at once. */
  readonly trafficRouting?: TrafficRouting | undefined;
  /** Of the endpoint, when it is made, and of each of its configurations. */
  readonly tags?: Tags | undefined;
}

const serverless = (): z.ZodMiniType<ServerlessDeployment> =>
  z
    .strictObject({
      memoryMiB: within(1_024, 6_144).check(z.multipleOf(1_024)),
      maxConcurrency: within(1, 200),
      provisionedConcurrency: z.optional(within(1, 200)),
    })
    .check(
      z.refine(
        ({ maxConcurrency, provisionedConcurrency = 0 }) => provisionedConcurrency <= maxConcurrency,
        'a provisionedConcurrency of at most maxConcurrency',
      ),
    );

const trafficRouting = (): z.ZodMiniType<TrafficRouting> =>
  z
    .strictObject({
      type: z.enum(['ALL_AT_ONCE', 'CANARY', 'LINEAR']),
      waitIntervalSeconds: within(0, 3_600),
      stepPercent: z.optional(within(1, 50)),
    })
    .check(
      z.refine(
        ({ type, stepPercent }) => (type === 'ALL_AT_ONCE') === (stepPercent === undefined),
        'a stepPercent for CANARY and LINEAR only',
      ),
      z.refine(
        ({ type, stepPercent = 50 }) => type !== 'LINEAR' || stepPercent >= 10,
        'a stepPercent of at least 10 for LINEAR',
      ),
    );

/** The members of {@link DeployModelInput}, checked. */
export const deploymentFields = (): Parameters<typeof input<DeployModelInput>>[0] => ({
  endpointName: sageMakerName(),
  modelName: sageMakerName(),
  instanceType: z.optional(mlInstanceType()),
  instanceCount: z.optional(z.int().check(z.gte(1))),
  serverless: z.optional(serverless()),
  variantName: z.optional(sageMakerName()),
  volumeSizeGiB: z.optional(within(1, 512)),
  kmsKeyId: z.optional(kmsKey()),
  containerStartupHealthCheckTimeoutSeconds: z.optional(within(60, 3_600)),
  modelDataDownloadTimeoutSeconds: z.optional(within(60, 3_600)),
  retainAllVariantProperties: z.optional(z.boolean()),
  rollbackAlarmNames: z.optional(z.array(text(1, 255)).check(z.minLength(1), z.maxLength(10))),
  trafficRouting: z.optional(trafficRouting()),
  tags: z.optional(tagRecord({ isLimited: true })),
});

/** What its members have to say together. */
export const deploymentChecks = (): z.Check<DeployModelInput>[] => [
  z.refine(
    ({ instanceType, serverless }) => (instanceType === undefined) !== (serverless === undefined),
    'either an instanceType or serverless',
  ),
  z.refine(
    ({ serverless, instanceCount, volumeSizeGiB, kmsKeyId }) =>
      serverless === undefined || (instanceCount ?? volumeSizeGiB ?? kmsKeyId) === undefined,
    'serverless without instanceCount, volumeSizeGiB and kmsKeyId, which are settings of instances',
  ),
];
