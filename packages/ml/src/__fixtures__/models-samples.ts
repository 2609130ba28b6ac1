import type { LayerSamples } from '../../../../tools/contract/layer.js';

const roleArn = 'arn:aws:iam::123456789012:role/sagemaker';
const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/churn:1';
const arn = (resource: string): string => `arn:aws:sagemaker:eu-west-1:123456789012:${resource}`;
const created = { CreationTime: 1_793_520_000, LastModifiedTime: 1_793_520_600 };

const job = {
  TrainingJobName: 'churn-7',
  TrainingJobArn: arn('training-job/churn-7'),
  TrainingJobStatus: 'Completed',
  ...created,
};

/** One good input per function, one good answer per AWS operation. */
export const modelsSamples: LayerSamples = {
  inputs: {
    describeTrainingJob: 'churn-7',
    listTrainingJobs: {},
    stopTrainingJob: 'churn-7',
    trainModel: {
      trainingJobName: 'churn-7',
      trainingImage: image,
      roleArn,
      channels: { train: 's3://data/churn/train' },
      s3OutputPath: 's3://models',
      instanceType: 'ml.m5.large',
    },
    waitForTrainingJob: { trainingJobName: 'churn-7', state: 'completed' },
  },
  answers: {
    CreateTrainingJob: { TrainingJobArn: job.TrainingJobArn },
    DescribeTrainingJob: {
      ...job,
      SecondaryStatus: 'Completed',
      ModelArtifacts: { S3ModelArtifacts: 's3://models/churn-7/output/model.tar.gz' },
      StoppingCondition: { MaxRuntimeInSeconds: 86_400 },
      AlgorithmSpecification: { TrainingImage: image, TrainingInputMode: 'File' },
      RoleArn: roleArn,
    },
    ListTrainingJobs: { TrainingJobSummaries: [job] },
    StopTrainingJob: {},
  },
};
