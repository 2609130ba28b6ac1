import { ServiceError, UnexpectedResponseError } from '@arch/core';
import { parseJson } from '@arch/core/builder';

import { ModelError } from './model-error.js';
import type { Prediction, PredictionResponse } from './prediction.js';
import { isJson } from './to-body.js';

/** Parses the response of a model by its content type. */
export const readPrediction = ({ body, aws, ...response }: PredictionResponse): Prediction<unknown> =>
  Object.defineProperty({ payload: payloadOf(body, response.contentType), ...response }, 'aws', {
    value: aws,
    enumerable: false,
  }) as Prediction<unknown>;

const payloadOf = (body: Uint8Array, contentType = 'application/octet-stream'): unknown => {
  const asText = (): string => Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
  if (contentType.startsWith('text/')) return asText();
  if (!isJson(contentType)) return body;
  try {
    return parseJson(asText());
  } catch (cause) {
    throw new UnexpectedResponseError(
      `predict: the response of the model is not JSON, although its content type is ${contentType} (got ${body.byteLength} bytes).`,
      { operation: 'predict', cause },
    );
  }
};

/** SageMaker's details about a container that has failed. */
interface ContainerFailure {
  readonly OriginalStatusCode?: number;
  readonly OriginalMessage?: string;
  readonly LogStreamArn?: string;
}

/** Returns a failure of the model as a `ModelError`, and other errors unchanged. */
export const asModelError = (error: unknown, endpointName: string): unknown => {
  if (!(error instanceof ServiceError) || error.code !== 'ModelError') return error;
  const { OriginalStatusCode, OriginalMessage, LogStreamArn } = error.cause as ContainerFailure;
  const reason = (OriginalMessage ?? '').slice(0, 1_000);
  const status = OriginalStatusCode === undefined ? '' : ` with status ${OriginalStatusCode}`;
  return new ModelError(
    `predict: the model of endpoint ${endpointName} failed${status}${reason && `: ${reason}`}${/[.!?]$/.test(reason) ? '' : '.'}${LogStreamArn ? ` Its log is ${LogStreamArn}.` : ''}`,
    {
      operation: 'predict',
      resource: 'endpoint',
      id: endpointName,
      code: error.code,
      status: error.status,
      requestId: error.requestId,
      attempts: error.attempts,
      cause: error.cause,
      originalStatusCode: OriginalStatusCode,
      originalMessage: OriginalMessage,
      logStreamArn: LogStreamArn,
    },
  );
};
