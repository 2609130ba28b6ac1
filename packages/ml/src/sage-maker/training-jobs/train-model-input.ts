import { type AwsInput, type input, tagRecord, type Tags, text, z } from '@arch/core/builder';

import { containerEnvironment } from '../container-environment.js';
import { type ContainerNetwork, isWholeNetwork, networkFields } from '../container-network.js';
import { imageUri, kmsKey, mlInstanceType, roleArn, s3Uri, sageMakerName, within } from '../sage-maker-fields.js';
import {
  arePipesWhereCompressed,
  type TrainingChannel,
  trainingChannels,
  type TrainingInputMode,
  trainingInputMode,
} from './training-channel.js';

export interface TrainModelInput extends ContainerNetwork, AwsInput {
  /** 1–63 letters, digits and `-`; once per region and account. */
  readonly trainingJobName: string;
  /** The container image with the algorithm; or `algorithmName`. */
  readonly trainingImage?: string | undefined;
  /** An algorithm of the account or of the marketplace, by name or ARN. */
  readonly algorithmName?: string | undefined;
  /** ARN of the role that the job works with: it reads the data, writes the model and the logs. */
  readonly roleArn: string;
  /** Where the data is, by the name under which the container finds it, e.g. `{ train: 's3://data/train' }`; at most 20. */
  readonly channels?: Readonly<Record<string, string | TrainingChannel>> | undefined;
  /** Where the model is written, e.g. `s3://models`; the job makes a folder of its name there. */
  readonly s3OutputPath: string;
  /** The key that the model is encrypted with. Default: S3's for the bucket. */
  readonly outputKmsKeyId?: string | undefined;
  /** e.g. `ml.m5.large`. */
  readonly instanceType: string;
  /** Default 1. */
  readonly instanceCount?: number | undefined;
  /** Of the disk of each instance, for data and model. Default 30. */
  readonly volumeSizeGiB?: number | undefined;
  /** The key that the disks are encrypted with; not for types with a disk of their own. Default: SageMaker's. */
  readonly volumeKmsKeyId?: string | undefined;
  /** At most 100, numbers and booleans as texts. No secrets: whoever may see the job sees them. */
  readonly hyperParameters?: Readonly<Record<string, string | number | boolean>> | undefined;
  /** At most 100 variables of at most 512 characters. No secrets: whoever may see the job sees them. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /** Metrics that SageMaker finds in the log, by name, e.g. `{ 'validation:loss': 'loss=([0-9.]+)' }`; at most 40. */
  readonly metricDefinitions?: Readonly<Record<string, string>> | undefined;
  /** After which SageMaker stops the job, 1–2,419,200 (28 days). Default 86,400, a day. */
  readonly maxRuntimeSeconds?: number | undefined;
  /** Default `File`: the data is copied to the disk first. */
  readonly trainingInputMode?: TrainingInputMode | undefined;
  /** Uses spot instances, which cost less and may be taken away: then `maxWaitTimeSeconds` is needed, and `checkpointS3Uri` keeps what was done. Default `false`. */
  readonly enableManagedSpotTraining?: boolean | undefined;
  /** How long it may wait for spot instances and run, together. At least `maxRuntimeSeconds`. */
  readonly maxWaitTimeSeconds?: number | undefined;
  /** Where what the container puts into `/opt/ml/checkpoints` is kept. */
  readonly checkpointS3Uri?: string | undefined;
  /** Encrypts what the instances say to each other, which takes time. Default: `true` where there are several; AWS's is `false`. */
  readonly enableInterContainerTrafficEncryption?: boolean | undefined;
  /** How often SageMaker begins again after a failure of its own, 1–30. Default: not at all. */
  readonly maximumRetryAttempts?: number | undefined;
  readonly tags?: Tags | undefined;
}

/** Checked as a whole: a message that named one's value might show a secret. */
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

/** The members of {@link TrainModelInput}, checked. */
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
  maxRuntimeSeconds: z.optional(within(1, fourWeeks)),
  trainingInputMode: z.optional(trainingInputMode()),
  enableManagedSpotTraining: z.optional(z.boolean()),
  maxWaitTimeSeconds: z.optional(z.int().check(z.gte(1))),
  checkpointS3Uri: z.optional(s3Uri()),
  enableInterContainerTrafficEncryption: z.optional(z.boolean()),
  maximumRetryAttempts: z.optional(within(1, 30)),
  tags: z.optional(tagRecord({ isLimited: true })),
});

/** How long a job may run where it does not say. */
export const defaultMaxRuntimeSeconds = 86_400;

/** What its members have to say together. */
export const trainingChecks = (): z.Check<TrainModelInput>[] => [
  isWholeNetwork(),
  z.refine(
    ({ trainingImage, algorithmName }) => (trainingImage === undefined) !== (algorithmName === undefined),
    'either a trainingImage or an algorithmName',
  ),
  arePipesWhereCompressed(),
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
