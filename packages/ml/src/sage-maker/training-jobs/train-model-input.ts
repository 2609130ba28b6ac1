import { type AwsInput, type input, tagRecord, type Tags, text, z } from '@arch/core/builder';

import { containerEnvironment } from '../container-environment.js';
import { type ContainerNetwork, completeNetworkCheck, networkFields } from '../container-network.js';
import {
  imageUri,
  kmsKey,
  mlInstanceType,
  roleArn,
  s3Uri,
  sageMakerName,
  integerBetween,
} from '../sage-maker-fields.js';
import {
  gzipRequiresPipeCheck,
  type TrainingChannel,
  trainingChannels,
  type TrainingInputMode,
  trainingInputMode,
} from './training-channel.js';

export interface TrainModelInput extends ContainerNetwork, AwsInput {
  /** Name, unique in the account and region: 1–63 letters, digits and `-`. */
  readonly trainingJobName: string;
  /** URI of the container image with the algorithm, at most 255 characters. Required without `algorithmName`. */
  readonly trainingImage?: string | undefined;
  /** Name or ARN of an algorithm of the account or of AWS Marketplace. Required without `trainingImage`. */
  readonly algorithmName?: string | undefined;
  /** ARN of the IAM role whose permissions the job has, to read the data and to write the model and the logs. */
  readonly roleArn: string;
  /**
   * The input data by channel name, e.g. `{ train: 's3://data/train' }`; at most 20 channels. The container reads the data of a channel
   * under its name.
   */
  readonly channels?: Readonly<Record<string, string | TrainingChannel>> | undefined;
  /** S3 URI of the folder for the model, e.g. `s3://models`. SageMaker creates a folder with the name of the job in it. */
  readonly s3OutputPath: string;
  /** KMS key for the encryption of the model. Default: the default encryption of the bucket. */
  readonly outputKmsKeyId?: string | undefined;
  /** Instance type, e.g. `ml.m5.large`. */
  readonly instanceType: string;
  /** Number of instances, at least 1. Default: 1. */
  readonly instanceCount?: number | undefined;
  /** Size of each instance's volume in GiB, for the data and the model. Default: 30. */
  readonly volumeSizeGiB?: number | undefined;
  /** KMS key for the encryption of the volumes; not for instance types with local storage. Default: a key of SageMaker. */
  readonly volumeKmsKeyId?: string | undefined;
  /**
   * Hyperparameters of the algorithm, at most 100. Numbers and booleans are sent as strings. Do not put secrets into them: everyone who can
   * describe the job can read them.
   */
  readonly hyperParameters?: Readonly<Record<string, string | number | boolean>> | undefined;
  /**
   * Environment variables, at most 100, of at most 512 characters each. Do not put secrets into them: everyone who can describe the job can
   * read them.
   */
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /**
   * Regular expressions by metric name, by which SageMaker reads the metrics from the log, e.g. `{ 'validation:loss': 'loss=([0-9.]+)' }`;
   * at most 40.
   */
  readonly metricDefinitions?: Readonly<Record<string, string>> | undefined;
  /** Time in seconds after which SageMaker stops the job, 1–2,419,200 (28 days). Default: 86,400 (one day). */
  readonly maxRuntimeSeconds?: number | undefined;
  /** Input mode of the channels. Default: `File`, SageMaker first copies the data to the volume. */
  readonly trainingInputMode?: TrainingInputMode | undefined;
  /**
   * Whether the job uses Spot Instances, which cost less and which AWS can reclaim. Requires `maxWaitTimeSeconds`; with `checkpointS3Uri`
   * the job can continue after an interruption. Default that AWS applies: `false`.
   */
  readonly enableManagedSpotTraining?: boolean | undefined;
  /**
   * Maximum time in seconds for which the job waits for Spot Instances and runs; at least `maxRuntimeSeconds`. Requires
   * `enableManagedSpotTraining`.
   */
  readonly maxWaitTimeSeconds?: number | undefined;
  /** S3 URI to which SageMaker copies the checkpoints that the container writes to `/opt/ml/checkpoints`. */
  readonly checkpointS3Uri?: string | undefined;
  /**
   * Whether the traffic between instances is encrypted, which makes the training slower. Default: `true` for several instances, unlike
   * AWS's default `false`.
   */
  readonly enableInterContainerTrafficEncryption?: boolean | undefined;
  /** Maximum number of retries after an internal error of SageMaker, 1–30. Default: no retries. */
  readonly maximumRetryAttempts?: number | undefined;
  /** Tags of the training job, at most 50. */
  readonly tags?: Tags | undefined;
}

/** Checks hyperparameters as a whole, because a message about one value could quote a secret. */
const hyperParameters = (): z.ZodMiniType<Readonly<Record<string, string | number | boolean>>> =>
  z.custom<Readonly<Record<string, string | number | boolean>>>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.keys(value).length <= 100 &&
      Object.entries(value).every(
        ([name, each]) =>
          name.length <= 256 &&
          (typeof each === 'boolean' || Number.isFinite(each) || (typeof each === 'string' && each.length <= 2_500)),
      ),
    'an object of at most 100 strings, numbers and booleans: names of at most 256 characters, strings of at most 2,500',
  );

const metricDefinitions = (): z.ZodMiniType<Readonly<Record<string, string>>> =>
  z
    .record(z.string(), text(1, 500))
    .check(
      z.refine(
        (all) =>
          Object.keys(all).length <= 40 && Object.keys(all).every((name) => name.length >= 1 && name.length <= 255),
        'at most 40 metrics whose names have 1–255 characters',
      ),
    );

const fourWeeks = 2_419_200;
const algorithm = /^(?:arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:\d{12}:[a-z-]*\/)?[a-zA-Z0-9][a-zA-Z0-9-]{0,62}$/;

/** Checks the members of {@link TrainModelInput}. */
export const trainingFields = (): Parameters<typeof input<TrainModelInput>>[0] => ({
  ...networkFields(),
  trainingJobName: sageMakerName(),
  trainingImage: z.optional(imageUri()),
  algorithmName: z.optional(z.string().check(z.regex(algorithm, 'the name or ARN of an algorithm'))),
  roleArn: roleArn(),
  channels: z.optional(trainingChannels()),
  s3OutputPath: s3Uri(),
  outputKmsKeyId: z.optional(kmsKey()),
  instanceType: mlInstanceType(),
  instanceCount: z.optional(z.int().check(z.gte(1))),
  volumeSizeGiB: z.optional(z.int().check(z.gte(1))),
  volumeKmsKeyId: z.optional(kmsKey()),
  hyperParameters: z.optional(hyperParameters()),
  environment: z.optional(containerEnvironment(512)),
  metricDefinitions: z.optional(metricDefinitions()),
  maxRuntimeSeconds: z.optional(integerBetween(1, fourWeeks)),
  trainingInputMode: z.optional(trainingInputMode()),
  enableManagedSpotTraining: z.optional(z.boolean()),
  maxWaitTimeSeconds: z.optional(z.int().check(z.gte(1))),
  checkpointS3Uri: z.optional(s3Uri()),
  enableInterContainerTrafficEncryption: z.optional(z.boolean()),
  maximumRetryAttempts: z.optional(integerBetween(1, 30)),
  tags: z.optional(tagRecord({ isLimited: true })),
});

/** The default of `maxRuntimeSeconds`. */
export const defaultMaxRuntimeSeconds = 86_400;

/** Checks members together. */
export const trainingChecks = (): z.Check<TrainModelInput>[] => [
  completeNetworkCheck(),
  z.refine(
    ({ trainingImage, algorithmName }) => (trainingImage === undefined) !== (algorithmName === undefined),
    'either a trainingImage or an algorithmName',
  ),
  gzipRequiresPipeCheck(),
  z.refine(
    ({ enableManagedSpotTraining = false, maxWaitTimeSeconds }) =>
      enableManagedSpotTraining === (maxWaitTimeSeconds !== undefined),
    'maxWaitTimeSeconds if and only if enableManagedSpotTraining is true',
  ),
  z.refine(
    ({ maxRuntimeSeconds = defaultMaxRuntimeSeconds, maxWaitTimeSeconds = Infinity }) =>
      maxWaitTimeSeconds >= maxRuntimeSeconds,
    'maxWaitTimeSeconds of at least maxRuntimeSeconds, which is 86400 by default',
  ),
];
