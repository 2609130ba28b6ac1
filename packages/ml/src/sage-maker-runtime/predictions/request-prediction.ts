import { type AwsInput, operation, type Operation, z } from '@arch/core/builder';
import { sageMakerRuntime } from '@arch/services/sage-maker-runtime';
import { InvokeEndpointCommand } from '@aws-sdk/client-sagemaker-runtime';

import { predictionResponse, type PredictionResponse } from './prediction.js';
import { contentTypeOf, toBody } from './to-body.js';

/** A request to a model. */
export interface PredictionRequest extends AwsInput {
  /** Name of the endpoint. */
  readonly endpointName: string;
  /**
   * Payload for the model, at most 6 MB. Bytes, and a string whose `contentType` is not JSON, are sent unchanged; other values are sent as
   * JSON.
   */
  readonly payload: unknown;
  /** Content type of the payload, e.g. `text/csv`. Default: `application/json`; for bytes `application/octet-stream`. */
  readonly contentType?: string | undefined;
  /** Content type that the response should have. Default: `application/json`. */
  readonly accept?: string | undefined;
  /** Name of the variant to invoke, if the endpoint has several. Default: AWS selects a variant by the weights. */
  readonly targetVariant?: string | undefined;
  /** Model of a multi-model endpoint: the name of its archive, e.g. `churn.tar.gz`. */
  readonly targetModel?: string | undefined;
  /** Host name of the container to invoke, for an endpoint whose containers are invoked directly. */
  readonly targetContainerHostname?: string | undefined;
  /** Name of the inference component to invoke. */
  readonly inferenceComponentName?: string | undefined;
  /** ID that AWS stores with captured data, 1–64 characters. */
  readonly inferenceId?: string | undefined;
  /** Further information for the container, 1–1,024 visible ASCII characters. */
  readonly customAttributes?: string | undefined;
  /** ID of a session of a stateful model, or `NEW_SESSION` to start a session. */
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
  // `predict` has already checked the input.
  input: z.custom<PredictionRequest>(),
  output: predictionResponse(),
  request: ({ endpointName, payload, contentType = contentTypeOf(payload), accept }: PredictionRequest) => ({
    EndpointName: endpointName,
    Body: toBody(payload, contentType),
    ContentType: contentType,
    Accept: accept ?? 'application/json',
  }),
});

/** Sends the request of `predict`. https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html */
export const requestPrediction: Operation<PredictionRequest, PredictionResponse> = operation(() => ({
  ...declare(),
  repeatable: true as const,
}));

/** The same for a model that must not be invoked twice: a request whose response was lost is not retried. */
export const requestPredictionOnce: Operation<PredictionRequest, PredictionResponse> = operation(() => ({
  ...declare(),
  repeatable: false as const,
}));
