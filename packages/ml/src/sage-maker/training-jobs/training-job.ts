import {
  type AwsResource,
  optionalString,
  from,
  list,
  type Open,
  openEnum,
  resource,
  type Schema,
  z,
} from '@arch/core/builder';
import { Channel$, DescribeTrainingJobResponse$, SecondaryStatusTransition$ } from '@aws-sdk/client-sagemaker';

/** What has become of a training job. */
export const trainingJobStatuses = ['InProgress', 'Completed', 'Failed', 'Stopping', 'Stopped', 'Deleting'] as const;
export type TrainingJobStatus = Open<(typeof trainingJobStatuses)[number]>;

/** One of the steps that a training job has gone through. */
export interface TrainingJobTransition {
  /** e.g. `Starting`, `Downloading`, `Training`, `Interrupted`, `Uploading`, `MaxRuntimeExceeded`. */
  readonly status: string;
  readonly startTime: Date;
  /** Absent while it lasts. */
  readonly endTime?: Date | undefined;
  /** What SageMaker says of it. */
  readonly statusMessage?: string | undefined;
}

/** Data that a training job reads. */
export interface TrainingJobChannel {
  readonly channelName: string;
  /** Absent for data in a file system. */
  readonly s3Uri?: string | undefined;
  readonly contentType?: string | undefined;
  /** `File`, `FastFile` or `Pipe`, where it is not the job's. */
  readonly inputMode?: string | undefined;
}

/** A SageMaker training job. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeTrainingJob.html */
export interface TrainingJob extends AwsResource {
  readonly trainingJobName: string;
  readonly trainingJobArn: string;
  readonly trainingJobStatus: TrainingJobStatus;
  /** What it is doing, more closely, e.g. `Downloading`, `Training` or `MaxRuntimeExceeded`. */
  readonly secondaryStatus: string;
  /** Why it failed. */
  readonly failureReason?: string | undefined;
  /** Where the model is, e.g. `s3://models/churn-7/output/model.tar.gz`: written when the job has completed. */
  readonly s3ModelArtifacts?: string | undefined;
  /** The last value of each metric, by name. */
  readonly finalMetrics: Readonly<Record<string, number>>;
  /** Its steps, the oldest first. */
  readonly secondaryStatusTransitions: readonly TrainingJobTransition[];
  /** As texts: SageMaker knows nothing else. */
  readonly hyperParameters: Readonly<Record<string, string>>;
  readonly channels: readonly TrainingJobChannel[];
  readonly trainingImage?: string | undefined;
  /** An algorithm of the account or of the marketplace, where it uses one instead of an image. */
  readonly algorithmName?: string | undefined;
  /** ARN of the role that it works with. */
  readonly roleArn?: string | undefined;
  /** Absent for a cluster of several types. */
  readonly instanceType?: string | undefined;
  readonly instanceCount?: number | undefined;
  readonly volumeSizeGiB?: number | undefined;
  readonly maxRuntimeSeconds?: number | undefined;
  readonly creationTime: Date;
  /** From here to `trainingEndTime` AWS bills. */
  readonly trainingStartTime?: Date | undefined;
  readonly trainingEndTime?: Date | undefined;
  readonly trainingTimeSeconds?: number | undefined;
  /** Of each instance; for spot instances less than `trainingTimeSeconds`. */
  readonly billableTimeSeconds?: number | undefined;
  readonly enableManagedSpotTraining?: boolean | undefined;
  readonly enableNetworkIsolation?: boolean | undefined;
  readonly enableInterContainerTrafficEncryption?: boolean | undefined;
}

/** Parses SageMaker's answer to `DescribeTrainingJob`. Environment variables, which may hold secrets, are in `aws` only. */
export const trainingJob = (): Schema<TrainingJob> =>
  resource<TrainingJob>(DescribeTrainingJobResponse$, {
    trainingJobName: z.string(),
    trainingJobArn: z.string(),
    trainingJobStatus: openEnum(trainingJobStatuses),
    secondaryStatus: z.string(),
    failureReason: optionalString(),
    s3ModelArtifacts: from('ModelArtifacts.S3ModelArtifacts', optionalString()),
    finalMetrics: from('FinalMetricDataList', { type: z.record(z.string(), z.number()), read: byName }),
    secondaryStatusTransitions: list(transition()),
    hyperParameters: { type: z.record(z.string(), z.string()), read: (value) => value ?? {} },
    channels: from('InputDataConfig', list(channel())),
    trainingImage: from('AlgorithmSpecification.TrainingImage', optionalString()),
    algorithmName: from('AlgorithmSpecification.AlgorithmName', optionalString()),
    roleArn: optionalString(),
    instanceType: from('ResourceConfig.InstanceType', optionalString()),
    instanceCount: from('ResourceConfig.InstanceCount', z.optional(z.number())),
    volumeSizeGiB: from('ResourceConfig.VolumeSizeInGB', z.optional(z.number())),
    maxRuntimeSeconds: from('StoppingCondition.MaxRuntimeInSeconds', z.optional(z.number())),
    creationTime: z.date(),
    trainingStartTime: z.optional(z.date()),
    trainingEndTime: z.optional(z.date()),
    trainingTimeSeconds: from('TrainingTimeInSeconds', z.optional(z.number())),
    billableTimeSeconds: from('BillableTimeInSeconds', z.optional(z.number())),
    enableManagedSpotTraining: z.optional(z.boolean()),
    enableNetworkIsolation: z.optional(z.boolean()),
    enableInterContainerTrafficEncryption: z.optional(z.boolean()),
  });

interface Metric {
  readonly MetricName?: string;
  readonly Value?: unknown;
}

const byName = (metrics: unknown): unknown =>
  Object.fromEntries(((metrics ?? []) as readonly Metric[]).map(({ MetricName = '', Value }) => [MetricName, Value]));

const transition = (): Schema<TrainingJobTransition> =>
  resource<TrainingJobTransition>(SecondaryStatusTransition$, {
    status: z.string(),
    startTime: z.date(),
    endTime: z.optional(z.date()),
    statusMessage: optionalString(),
  });

const channel = (): Schema<TrainingJobChannel> =>
  resource<TrainingJobChannel>(Channel$, {
    channelName: z.string(),
    s3Uri: from('DataSource.S3DataSource.S3Uri', optionalString()),
    contentType: optionalString(),
    inputMode: optionalString(),
  });
