import { type CallOptions, type DeclaredFunction, readAs, task, type TaskDeclaration } from '@arch/core/builder';

import { type PredictInput, predictInput } from './predict-input.js';
import type { Prediction } from './prediction.js';
import { asModelError, readPrediction } from './read-prediction.js';
import { requestPrediction, requestPredictionOnce } from './request-prediction.js';

/** The type of `predict`: the response has the type of the schema. */
export interface Predict extends DeclaredFunction<{
  on: 'endpointName' | 'inferenceComponentName';
  with: 'inferenceComponentName';
}> {
  <Result = unknown>(input: PredictInput<Result>, options?: CallOptions): Promise<Prediction<Result>>;
}

/** The longest delay of a timer. */
const noTimeoutMs = 2_147_483_647;
/** A model has 60 seconds to respond; AWS recommends a timeout of 70. */
const attemptMs = 70_000;

/**
 * Invokes the model of an endpoint. By default the payload and the response are JSON. A response of a type such as `text/csv` is a string;
 * a response of another type is bytes. A model has 60 seconds to respond. SageMaker accepts a payload of at most 6 MB, or 4 MB for
 * serverless endpoints. Throttled requests, and requests whose response was lost, are retried.
 *
 * @example
 * const schema = z.object({ predictions: z.array(z.number()) });
 * const { payload } = await predict({ endpointName: 'churn', payload: { instances: [[1, 2, 3]] }, schema });
 * const csv = await predict({ endpointName: 'churn', payload: '1,2,3', contentType: 'text/csv', accept: 'text/csv' });
 * console.log(payload.predictions, csv.payload);
 * @throws {ModelError} the container of the model failed; the error contains its status, its message and the ARN of its log.
 * @throws {NotFoundError} there is no such endpoint or variant in this region.
 * @throws {ConflictError} the model is still being loaded.
 * @throws {InvalidInputError} the payload exceeds 6 MB, or JSON does not support it.
 * @throws {UnexpectedResponseError} the response does not match the schema, or is not JSON although its content type is JSON.
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html
 */
export const predict: Predict = task((): TaskDeclaration<PredictInput, Prediction<unknown>> => ({
  name: 'predict',
  input: predictInput(),
  uses: [requestPrediction],
  timeoutMs: 240_000,
  run: async ({ schema, idempotent, ...call }, options) => {
    const own = { ...options, timeoutMs: noTimeoutMs, attemptTimeoutMs: options.attemptTimeoutMs ?? attemptMs };
    const request = (idempotent ?? call.sessionId === undefined) ? requestPrediction : requestPredictionOnce;
    const response = await request(call, own).catch((error: unknown) => {
      throw asModelError(error, call.endpointName);
    });
    const prediction = readPrediction(response);
    if (!schema) return prediction;
    const payload = await readAs(schema, prediction.payload, { operation: 'predict', what: 'the response' });
    return Object.defineProperty(prediction, 'payload', { value: payload });
  },
})) as Predict;
