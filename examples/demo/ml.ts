import { fileURLToPath } from 'node:url';

import {
  createFunction,
  createModel,
  deleteEndpoint,
  deleteFunction,
  deleteModel,
  deployModel,
  detectLabels,
  invokeFunction,
  predict,
  trainModel,
} from '@arch/ml';
import * as z from 'zod/mini';

import type { DemoLayer } from './demo-layer.ts';
import { canned, note } from './screen.ts';

export const ml: DemoLayer = {
  name: 'ml',
  heading: 'Machine learning: functions, models, pictures',
  simulated: 'training, endpoints, predictions and labels: canned responses',
  show: async ({ step, rejected }) => {
    const role = 'arn:aws:iam::123456789012:role/function';
    const file = fileURLToPath(new URL('../functions/hello.mjs', import.meta.url));
    const functionName = 'hello';
    note('Code from a file, a folder or TypeScript is zipped and uploaded.');
    await step(
      () => createFunction({ functionName, role, code: { file } }, { wait: true }),
      ({ runtime, handler, state, codeSizeBytes }) => [{ runtime, handler, state, codeSizeBytes }],
    );
    const schema = z.object({ greeting: z.string() });
    await step(
      () => invokeFunction({ functionName, payload: { name: 'world' }, schema }),
      ({ payload }) => [payload],
    );
    note('An error of your function arrives with its stack and its log.');
    await rejected(() => invokeFunction({ functionName, payload: {} }));
    await step(() => deleteFunction(functionName));
    canned('the local AWS trains no model; it reports each training job as completed.');
    await step(
      () =>
        trainModel(
          {
            trainingJobName: 'churn',
            trainingImage: '123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1',
            roleArn: role,
            channels: { train: 's3://churn/train' },
            s3OutputPath: 's3://churn/models',
            instanceType: 'ml.m5.large',
          },
          { wait: true },
        ),
      ({ trainingJobStatus, s3ModelArtifacts }) => [{ trainingJobStatus, s3ModelArtifacts }],
    );
    await step(() => createModel({ modelName: 'churn', trainingJobName: 'churn' }));
    note('Creates the endpoint, or updates an existing one without downtime.');
    const { endpointName } = await step(
      () => deployModel({ endpointName: 'churn', modelName: 'churn', instanceType: 'ml.m5.large' }, { wait: true }),
      ({ endpointName, endpointStatus }) => [{ endpointName, endpointStatus }],
    );
    canned('the local AWS has no model; it returns the same prediction to every payload.');
    await step(
      () => predict({ endpointName, payload: '42,17,3', contentType: 'text/csv', accept: 'text/csv' }),
      ({ payload }) => [{ payload: payload instanceof Uint8Array ? Buffer.from(payload).toString() : payload }],
    );
    await step(() => Promise.all([deleteEndpoint(endpointName), deleteModel('churn')]));
    canned('the local AWS sees no picture; it returns the same labels for every image.');
    const image = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
    await step(
      () => detectLabels({ image, minConfidence: 95 }),
      (labels) => labels.slice(0, 3).map(({ name, confidence }) => ({ name, confidence: confidence.toFixed(1) })),
    );
  },
};
