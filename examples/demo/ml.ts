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
import { note } from './screen.ts';

export const ml: DemoLayer = {
  name: 'ml',
  heading: 'Machine learning: functions, models, images',
  simulated: 'training, endpoints and labels: constant responses',
  show: async ({ step, rejected }) => {
    const role = 'arn:aws:iam::123456789012:role/function';
    const file = fileURLToPath(new URL('../functions/hello.mjs', import.meta.url));
    const functionName = 'hello';
    note('The code is a file, a folder or TypeScript. createFunction packs and uploads it.');
    await step(
      () => createFunction({ functionName, role, code: { file } }, { wait: true }),
      ({ runtime, handler, state, codeSizeBytes }) => [{ runtime, handler, state, codeSizeBytes }],
    );
    const schema = z.object({ greeting: z.string() });
    await step(
      () => invokeFunction({ functionName, payload: { name: 'world' }, schema }),
      ({ payload }) => [payload],
    );
    note('An error of the function is a FunctionError with its stack and its log.');
    await rejected(() => invokeFunction({ functionName, payload: {} }));
    await step(() => deleteFunction(functionName));
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
    note('The endpoint is created, or updated without downtime if it exists.');
    const { endpointName } = await step(
      () => deployModel({ endpointName: 'churn', modelName: 'churn', instanceType: 'ml.m5.large' }, { wait: true }),
      ({ endpointName, endpointStatus }) => [{ endpointName, endpointStatus }],
    );
    await step(
      () => predict({ endpointName, payload: '42,17,3', contentType: 'text/csv', accept: 'text/csv' }),
      ({ payload }) => [{ payload: payload instanceof Uint8Array ? Buffer.from(payload).toString() : payload }],
    );
    await step(() => Promise.all([deleteEndpoint(endpointName), deleteModel('churn')]));
    const image = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
    await step(
      () => detectLabels({ image, minConfidence: 95 }),
      (labels) => labels.slice(0, 3).map(({ name, confidence }) => ({ name, confidence: confidence.toFixed(1) })),
    );
  },
};
