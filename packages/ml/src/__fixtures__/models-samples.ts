import type { LayerSamples } from '@arch/contract';

const roleArn = 'arn:aws:iam::123456789012:role/sagemaker';
const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/churn:1';
const arn = (resource: string): string => `arn:aws:sagemaker:eu-west-1:123456789012:${resource}`;
const created = { CreationTime: 1_793_520_000 };
const changed = { ...created, LastModifiedTime: 1_793_520_600 };

const job = {
  TrainingJobName: 'churn-7',
  TrainingJobArn: arn('training-job/churn-7'),
  TrainingJobStatus: 'Completed',
  ...changed,
};
const variant = {
  VariantName: 'AllTraffic',
  ModelName: 'churn-7',
  InstanceType: 'ml.m5.large',
  InitialInstanceCount: 1,
};
const config = {
  EndpointConfigName: 'churn-1f0c2a9b7d3e',
  EndpointConfigArn: arn('endpoint-config/churn-1f0c2a9b7d3e'),
  ...created,
};
const endpoint = {
  EndpointName: 'churn',
  EndpointArn: arn('endpoint/churn'),
  EndpointStatus: 'InService',
  ...changed,
};
const model = { ModelName: 'churn-7', ModelArn: arn('model/churn-7'), ...created };

/** One valid input per function, one valid response per AWS operation. */
export const modelsSamples: LayerSamples = {
  inputs: {
    createModel: {
      modelName: 'churn-7',
      executionRoleArn: roleArn,
      image,
      modelDataUrl: 's3://models/churn-7/output/model.tar.gz',
    },
    deleteEndpoint: 'churn',
    deleteEndpointConfig: 'churn-1f0c2a9b7d3e',
    deleteModel: 'churn-7',
    deployModel: { endpointName: 'churn', modelName: 'churn-7', instanceType: 'ml.m5.large' },
    describeEndpoint: 'churn',
    describeEndpointConfig: 'churn-1f0c2a9b7d3e',
    describeModel: 'churn-7',
    describeTrainingJob: 'churn-7',
    listEndpointConfigs: {},
    listEndpoints: {},
    listModels: {},
    listTrainingJobs: {},
    predict: { endpointName: 'churn', payload: '1,2,3', contentType: 'text/csv' },
    stopTrainingJob: 'churn-7',
    trainModel: {
      trainingJobName: 'churn-7',
      trainingImage: image,
      roleArn,
      channels: { train: 's3://data/churn/train' },
      s3OutputPath: 's3://models',
      instanceType: 'ml.m5.large',
    },
    waitForEndpoint: { endpointName: 'churn', state: 'in-service' },
    waitForTrainingJob: { trainingJobName: 'churn-7', state: 'completed' },
  },
  answers: {
    CreateEndpoint: { EndpointArn: endpoint.EndpointArn },
    CreateEndpointConfig: { EndpointConfigArn: config.EndpointConfigArn },
    CreateModel: { ModelArn: model.ModelArn },
    CreateTrainingJob: { TrainingJobArn: job.TrainingJobArn },
    DeleteEndpoint: {},
    DeleteEndpointConfig: {},
    DeleteModel: {},
    DescribeEndpoint: {
      ...endpoint,
      EndpointConfigName: config.EndpointConfigName,
      ProductionVariants: [{ VariantName: 'AllTraffic', CurrentInstanceCount: 1, DesiredInstanceCount: 1 }],
    },
    DescribeEndpointConfig: { ...config, ProductionVariants: [variant] },
    DescribeModel: { ...model, ExecutionRoleArn: roleArn, PrimaryContainer: { Image: image } },
    DescribeTrainingJob: {
      ...job,
      SecondaryStatus: 'Completed',
      ModelArtifacts: { S3ModelArtifacts: 's3://models/churn-7/output/model.tar.gz' },
      StoppingCondition: { MaxRuntimeInSeconds: 86_400 },
      AlgorithmSpecification: { TrainingImage: image, TrainingInputMode: 'File' },
      RoleArn: roleArn,
    },
    InvokeEndpoint: {
      Body: Buffer.from('{"predictions":[0.9]}').toString('base64'),
      ContentType: 'application/json',
      InvokedProductionVariant: 'AllTraffic',
    },
    ListEndpointConfigs: { EndpointConfigs: [config] },
    ListEndpoints: { Endpoints: [endpoint] },
    ListModels: { Models: [model] },
    ListTrainingJobs: { TrainingJobSummaries: [job] },
    StopTrainingJob: {},
    UpdateEndpoint: { EndpointArn: endpoint.EndpointArn },
  },
  withoutDocument: ['InvokeEndpoint'],
};
