// Trains a model, deploys it, requests a prediction, and deletes it. Creates: a model and an endpoint, deleted at the end, and a training job, which AWS keeps. The local AWS does not train, and its predictions are always `body`.
import { createModel, deleteEndpoint, deleteModel, deployModel, predict, trainModel } from '@arch/ml';

const {
  TRAINING_IMAGE: trainingImage = '123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1',
  SAGEMAKER_ROLE: roleArn = 'arn:aws:iam::123456789012:role/sagemaker',
  BUCKET: bucket = 'churn',
} = process.env;
const name = `churn-${Date.now()}`;

const { finalMetrics, s3ModelArtifacts } = await trainModel(
  {
    trainingJobName: name,
    trainingImage,
    roleArn,
    channels: { train: `s3://${bucket}/train` },
    s3OutputPath: `s3://${bucket}/models`,
    instanceType: 'ml.m5.large',
    hyperParameters: { epochs: 10 },
  },
  { wait: { onProgress: ({ state, reason }) => console.log(state, reason ?? '') } },
);
console.log(s3ModelArtifacts, finalMetrics);

const { modelName } = await createModel({ modelName: name, trainingJobName: name });
try {
  const { endpointName } = await deployModel(
    { endpointName: name, modelName, instanceType: 'ml.m5.large' },
    { wait: true },
  );
  try {
    const { payload } = await predict({
      endpointName,
      payload: '42,17,3',
      contentType: 'text/csv',
      accept: 'text/csv',
    });
    console.log(payload instanceof Uint8Array ? Buffer.from(payload).toString() : payload);
  } finally {
    await deleteEndpoint(endpointName, { wait: true });
  }
} finally {
  await deleteModel(modelName);
}
