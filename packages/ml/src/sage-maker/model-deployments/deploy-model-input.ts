import { type AwsInput, type input, tagRecord, type Tags, text, z } from '@arch/core/builder';

import { kmsKey, mlInstanceType, sageMakerName, integerBetween } from '../sage-maker-fields.js';

/**
 * A variant without instances. AWS bills only the duration of requests. After an idle time, the first request waits for the container (cold
 * start).
 */
export interface ServerlessDeployment {
  /** Memory in MiB: a multiple of 1,024, 1,024–6,144. */
  readonly memoryMiB: number;
  /** Maximum number of concurrent requests, 1–200. */
  readonly maxConcurrency: number;
  /** Number of concurrent requests without a cold start, 1–200 and at most `maxConcurrency`. AWS bills it continuously. Default: none. */
  readonly provisionedConcurrency?: number | undefined;
}

/** The routing by which an update shifts requests from the old instances to the new ones. */
export interface TrafficRouting {
  /** `ALL_AT_ONCE` shifts all requests in one step; `CANARY` shifts one part first, then the rest; `LINEAR` shifts equal parts. */
  readonly type: 'ALL_AT_ONCE' | 'CANARY' | 'LINEAR';
  /** Time in seconds for which SageMaker monitors the alarms after each step, 0–3,600. */
  readonly waitIntervalSeconds: number;
  /** Size of a step in percent of the instances: 1–50 for `CANARY`, 10–50 for `LINEAR`. Not for `ALL_AT_ONCE`. */
  readonly stepPercent?: number | undefined;
}

export interface DeployModelInput extends AwsInput {
  /** Name of the endpoint: 1–63 letters, digits and `-`. An existing endpoint with this name is updated. */
  readonly endpointName: string;
  /** Name of the model. */
  readonly modelName: string;
  /** Instance type, e.g. `ml.m5.large`. Required without `serverless`. */
  readonly instanceType?: string | undefined;
  /** Number of instances, at least 1. AWS distributes two or more over Availability Zones. Default: 1. */
  readonly instanceCount?: number | undefined;
  /** Settings of a serverless variant. Required without `instanceType`. */
  readonly serverless?: ServerlessDeployment | undefined;
  /** Name of the variant. Default: `AllTraffic`. */
  readonly variantName?: string | undefined;
  /** Size of each instance's volume in GiB, 1–512. Default: depends on the instance type. */
  readonly volumeSizeGiB?: number | undefined;
  /** KMS key for the encryption of the volumes; not for instance types with local storage. Default: a key of SageMaker. */
  readonly kmsKeyId?: string | undefined;
  /** Time in seconds until the container must respond to `/ping`, 60–3,600. */
  readonly containerStartupHealthCheckTimeoutSeconds?: number | undefined;
  /** Maximum time in seconds for the download of the model data, 60–3,600. */
  readonly modelDataDownloadTimeoutSeconds?: number | undefined;
  /**
   * Whether an update keeps the current numbers of instances and weights, e.g. those of auto scaling. Default that AWS applies: `false`.
   */
  readonly retainAllVariantProperties?: boolean | undefined;
  /** Names of 1–10 CloudWatch alarms; if one is triggered during an update, SageMaker rolls back. */
  readonly rollbackAlarmNames?: readonly string[] | undefined;
  /** Traffic routing of an update. Default that AWS applies: all requests at once. */
  readonly trafficRouting?: TrafficRouting | undefined;
  /** Tags of a new endpoint, and of the configuration of each deployment; at most 50. */
  readonly tags?: Tags | undefined;
}

const serverless = (): z.ZodMiniType<ServerlessDeployment> =>
  z
    .strictObject({
      memoryMiB: integerBetween(1_024, 6_144).check(z.multipleOf(1_024)),
      maxConcurrency: integerBetween(1, 200),
      provisionedConcurrency: z.optional(integerBetween(1, 200)),
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
      waitIntervalSeconds: integerBetween(0, 3_600),
      stepPercent: z.optional(integerBetween(1, 50)),
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

/** Checks the members of {@link DeployModelInput}. */
export const deploymentFields = (): Parameters<typeof input<DeployModelInput>>[0] => ({
  endpointName: sageMakerName(),
  modelName: sageMakerName(),
  instanceType: z.optional(mlInstanceType()),
  instanceCount: z.optional(z.int().check(z.gte(1))),
  serverless: z.optional(serverless()),
  variantName: z.optional(sageMakerName()),
  volumeSizeGiB: z.optional(integerBetween(1, 512)),
  kmsKeyId: z.optional(kmsKey()),
  containerStartupHealthCheckTimeoutSeconds: z.optional(integerBetween(60, 3_600)),
  modelDataDownloadTimeoutSeconds: z.optional(integerBetween(60, 3_600)),
  retainAllVariantProperties: z.optional(z.boolean()),
  rollbackAlarmNames: z.optional(z.array(text(1, 255)).check(z.minLength(1), z.maxLength(10))),
  trafficRouting: z.optional(trafficRouting()),
  tags: z.optional(tagRecord({ isLimited: true })),
});

/** Checks members together. */
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
