import { toTagList } from '@arch/core/builder';
import type { Channel, CreateTrainingJobCommandInput } from '@aws-sdk/client-sagemaker';

import { toVpcConfig } from '../container-network.js';
import { defaultMaxRuntimeSeconds, type TrainModelInput } from './train-model-input.js';

/** Returns the members whose name or form differs in AWS's request. */
export const toTrainingJob = (job: TrainModelInput): CreateTrainingJobCommandInput => {
  const { instanceCount = 1, checkpointS3Uri, maximumRetryAttempts, metricDefinitions, tags } = job;
  return {
    TrainingJobName: job.trainingJobName,
    RoleArn: job.roleArn,
    AlgorithmSpecification: {
      TrainingImage: job.trainingImage,
      AlgorithmName: job.algorithmName,
      TrainingInputMode: job.trainingInputMode ?? 'File',
      MetricDefinitions: metricDefinitions && pairs(metricDefinitions).map(([Name, Regex]) => ({ Name, Regex })),
    },
    HyperParameters: job.hyperParameters && Object.fromEntries(pairs(job.hyperParameters)),
    InputDataConfig: toChannels(job.channels),
    OutputDataConfig: { S3OutputPath: job.s3OutputPath, KmsKeyId: job.outputKmsKeyId },
    ResourceConfig: {
      InstanceType: job.instanceType as never,
      InstanceCount: instanceCount,
      VolumeSizeInGB: job.volumeSizeGiB ?? 30,
      VolumeKmsKeyId: job.volumeKmsKeyId,
    },
    StoppingCondition: {
      MaxRuntimeInSeconds: job.maxRuntimeSeconds ?? defaultMaxRuntimeSeconds,
      MaxWaitTimeInSeconds: job.maxWaitTimeSeconds,
    },
    EnableInterContainerTrafficEncryption: job.enableInterContainerTrafficEncryption ?? instanceCount > 1,
    VpcConfig: toVpcConfig(job),
    CheckpointConfig: checkpointS3Uri === undefined ? undefined : { S3Uri: checkpointS3Uri },
    RetryStrategy: maximumRetryAttempts === undefined ? undefined : { MaximumRetryAttempts: maximumRetryAttempts },
    Tags: tags && toTagList(tags),
  };
};

const pairs = (record: Readonly<Record<string, unknown>>): [string, string][] =>
  Object.entries(record).map(([name, value]) => [name, String(value)]);

const toChannels = (channels: TrainModelInput['channels'] = {}): Channel[] | undefined => {
  const all = Object.entries(channels).map(([name, channel]): Channel => {
    const { s3Uri, s3DataDistributionType, ...input } = typeof channel === 'string' ? { s3Uri: channel } : channel;
    return {
      ChannelName: name,
      DataSource: {
        S3DataSource: {
          S3DataType: 'S3Prefix',
          S3Uri: s3Uri,
          S3DataDistributionType: s3DataDistributionType ?? 'FullyReplicated',
        },
      },
      ContentType: input.contentType,
      InputMode: input.inputMode,
      CompressionType: input.compressionType,
    };
  });
  return all.length === 0 ? undefined : all;
};
