import { type AwsInput, operation, type Operation, z } from '@arch/core/builder';
import { sageMakerRuntime } from '@arch/services/sage-maker-runtime';
import { InvokeEndpointCommand } from '@aws-sdk/client-sagemaker-runtime';

import { predictionAnswer, type PredictionAnswer } from './prediction.js';
import { contentTypeOf, toBody } from './to-body.js';

/** What a model is asked. */
export interface PredictionRequest extends AwsInput {
  readonly endpointName: string;
  /** What the model gets: bytes as they are, a text as it is where `contentType` is not JSON, everything else as JSON. At most 6 MB. */
  readonly payload: unknown;
  /** What the payload is, e.g. `text/csv`. Default `application/json`, of bytes `application/octet-stream`. */
  readonly contentType?: string | undefined;
  /** What the answer shall be. Default `application/json`. */
  readonly accept?: string | undefined;
  /** One of several variants. Default: by their weights. */
  readonly targetVariant?: string | undefined;
  /** One of the models of a multi-model endpoint: the name of its archive. */
  readonly targetModel?: string | undefined;
  /** One of the containers that are called directly. */
  readonly targetContainerHostname?: string | undefined;
  readonly inferenceComponentName?: string | undefined;
  /** Up to 64 characters that stand beside captured data. */
  readonly inferenceId?: string | undefined;
  /** Up to 1,024 visible characters that the container gets beside the payload. */
  readonly customAttributes?: string | undefined;
  /** A session of a stateful model, or `NEW_SESSION` to begin one. */
  readonly sessionId?: string | undefined;
}

const declare = () => ({
  name: 'predict',
  service: sageMakerRuntime,
  command: InvokeEndpointCommand,
  permissions: [
    { action: 'sagemaker:InvokeEndpoint', resources: ['endpoint'] },
    {
      action: 'sagemaker:InvokeEndpoint',
      resources: ['inference-component'],
      with: 'inferenceComponentName',
    },
  ],
  // What arrives here has been checked as the input of `predict`.
  input: z.custom<PredictionRequest>(),
  output: predictionAnswer(),
  request: ({ endpointName, payload, contentType = contentTypeOf(payload), accept }: PredictionRequest) => ({
    EndpointName: endpointName,
    Body: toBody(payload, contentType),
    ContentType: contentType,
    Accept: accept ?? 'application/json',
  }),
});

/** Makes the one AWS call behind `predict`. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html */
export const requestPrediction: Operation<PredictionRequest, PredictionAnswer> = operation(() => ({
  ...declare(),
  repeatable: true as const,
}));

/** The same for a model that is not to be asked twice: where an answer is lost, that is an error. */
export const requestPredictionOnce: Operation<PredictionRequest, PredictionAnswer> = operation(() => ({
  ...declare(),
  repeatable: false as const,
}));
