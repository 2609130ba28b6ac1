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

/** The statuses of a training job. */
export const trainingJobStatuses = ['InProgress', 'Completed', 'Failed', 'Stopping', 'Stopped', 'Deleting'] as const;
export type TrainingJobStatus = Open<(typeof trainingJobStatuses)[number]>;

/** A secondary status that a training job has had. */
export interface TrainingJobTransition {
  /** The secondary status, e.g. `Starting`, `Downloading`, `Training`, `Interrupted`, `Uploading` or `MaxRuntimeExceeded`. */
  readonly status: string;
  /** Start time of the status. */
  readonly startTime: Date;
  /** End time of the status. Absent for the current status. */
  readonly endTime?: Date | undefined;
  /** SageMaker's message about the status. */
  readonly statusMessage?: string | undefined;
}

/** Input data of a training job. */
export interface TrainingJobChannel {
  /** Name of the channel. */
  readonly channelName: string;
  /** S3 URI of the data. Absent for data in a file system. */
  readonly s3Uri?: string | undefined;
  /** Content type of the data. */
  readonly contentType?: string | undefined;
  /** Input mode of the channel: `File`, `FastFile` or `Pipe`. Absent if the input mode of the job applies. */
  readonly inputMode?: string | undefined;
}

/** A SageMaker training job. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeTrainingJob.html */
export interface TrainingJob extends AwsResource {
  /** Name of the training job. */
  readonly trainingJobName: string;
  /** ARN of the training job. */
  readonly trainingJobArn: string;
  /** Status of the training job. */
  readonly trainingJobStatus: TrainingJobStatus;
  /** Detailed status, e.g. `Downloading`, `Training` or `MaxRuntimeExceeded`. */
  readonly secondaryStatus: string;
  /** SageMaker's reason for the failure. Absent if the job has not failed. */
  readonly failureReason?: string | undefined;
  /** S3 URI of the model, e.g. `s3://models/churn-7/output/model.tar.gz`. SageMaker writes the model when the job has completed. */
  readonly s3ModelArtifacts?: string | undefined;
  /** The last value of each metric, by name. */
  readonly finalMetrics: Readonly<Record<string, number>>;
  /** The secondary statuses of the job, the oldest first. */
  readonly secondaryStatusTransitions: readonly TrainingJobTransition[];
  /** Hyperparameters by name. SageMaker stores numbers and booleans as strings. */
  readonly hyperParameters: Readonly<Record<string, string>>;
  /** The input data. */
  readonly channels: readonly TrainingJobChannel[];
  /** URI of the container image with the algorithm. */
  readonly trainingImage?: string | undefined;
  /** Name or ARN of the algorithm, if the job uses one instead of an image. */
  readonly algorithmName?: string | undefined;
  /** ARN of the IAM role whose permissions the job has. */
  readonly roleArn?: string | undefined;
  /** Instance type. Absent for a cluster with several instance types. */
  readonly instanceType?: string | undefined;
  /** Number of instances. */
  readonly instanceCount?: number | undefined;
  /** Size of each instance's volume in GiB. */
  readonly volumeSizeGiB?: number | undefined;
  /** Time in seconds after which SageMaker stops the job. */
  readonly maxRuntimeSeconds?: number | undefined;
  /** Time at which the job was created. */
  readonly creationTime: Date;
  /** Time at which the training started. AWS bills the time from here to `trainingEndTime`. */
  readonly trainingStartTime?: Date | undefined;
  /** Time at which the training ended. Absent before. */
  readonly trainingEndTime?: Date | undefined;
  /** Duration of the training in seconds. */
  readonly trainingTimeSeconds?: number | undefined;
  /** Billed time of each instance in seconds; for Spot Instances less than `trainingTimeSeconds`. */
  readonly billableTimeSeconds?: number | undefined;
  /** Whether the job uses Spot Instances. */
  readonly enableManagedSpotTraining?: boolean | undefined;
  /** Whether the container has no network access. */
  readonly enableNetworkIsolation?: boolean | undefined;
  /** Whether the traffic between instances is encrypted. */
  readonly enableInterContainerTrafficEncryption?: boolean | undefined;
}

/** Parses one `DescribeTrainingJob` response. Environment variables are only in `aws`, because they can contain secrets. */
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
