import { type CallOptions, type DeclaredFunction, readAs, task, type TaskDeclaration } from '@arch/core/builder';

import { type PredictInput, predictInput } from './predict-input.js';
import type { Prediction } from './prediction.js';
import { asModelError, readPrediction } from './read-prediction.js';
import { requestPrediction, requestPredictionOnce } from './request-prediction.js';

/** A function that asks a model, whose answer is of the schema's type. */
export interface Predict extends DeclaredFunction<{
  on: 'endpointName' | 'inferenceComponentName';
  with: 'inferenceComponentName';
}> {
  <Result = unknown>(input: PredictInput<Result>, options?: CallOptions): Promise<Prediction<Result>>;
}

/** The longest delay that a timer can hold. */
const noLimit = 2_147_483_647;
/** A model may take 60 seconds: AWS advises to wait 70. */
const attemptMs = 70_000;

/**
 * Asks the model of an endpoint. What it gets and what it answers is JSON unless said otherwise: text for `text/csv` and the like, bytes for
 * everything else. A model has 60 seconds to answer, and SageMaker takes 6 MB at most, 4 MB for serverless endpoints. Throttled calls, and calls
 * whose answer was lost, are made again.
 *
 * @example
 * const schema = z.object({ predictions: z.array(z.number()) });
 * const { payload } = await predict({ endpointName: 'churn', payload: { instances: [[1, 2, 3]] }, schema });
 * const csv = await predict({ endpointName: 'churn', payload: '1,2,3', contentType: 'text/csv', accept: 'text/csv' });
 * console.log(payload.predictions, csv.payload);
 * @throws {ModelError} the model was asked and its container failed; it has the container's status and message, and where its log is.
 * @throws {NotFoundError} there is no such endpoint or variant in this region.
 * @throws {ConflictError} the model is still being loaded.
 * @throws {InvalidInputError} the payload is over 6 MB, or JSON cannot hold it.
 * @throws {UnexpectedResponseError} what it answered does not fit the schema, or is not the JSON that it says it is.
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html
 */
export const predict: Predict = task((): TaskDeclaration<PredictInput, Prediction<unknown>> => ({
  name: 'predict',
  input: predictInput(),
  uses: [requestPrediction],
  timeoutMs: 240_000,
  run: async ({ schema, idempotent, ...call }, options) => {
    const own = { ...options, timeoutMs: noLimit, attemptTimeoutMs: options.attemptTimeoutMs ?? attemptMs };
    const ask = (idempotent ?? call.sessionId === undefined) ? requestPrediction : requestPredictionOnce;
    const answer = await ask(call, own).catch((error: unknown) => {
      throw asModelError(error, call.endpointName);
    });
    const prediction = readPrediction(answer);
    if (!schema) return prediction;
    const payload = await readAs(schema, prediction.payload, { operation: 'predict', what: 'the answer' });
    return Object.defineProperty(prediction, 'payload', { value: payload });
  },
})) as Predict;
