import { ServiceError, UnexpectedResponseError } from '@arch/core';
import { parseJson } from '@arch/core/builder';

import { ModelError } from './model-error.js';
import type { Prediction, PredictionAnswer } from './prediction.js';
import { isJson } from './to-body.js';

/** Reads what a model has answered, by what it calls it. */
export const readPrediction = ({ body, aws, ...answer }: PredictionAnswer): Prediction<unknown> =>
  Object.defineProperty({ payload: payloadOf(body, answer.contentType), ...answer }, 'aws', {
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
      `predict: the model calls its answer of ${body.byteLength} bytes ${contentType}, but it is no JSON.`,
      { operation: 'predict', cause },
    );
  }
};

/** What SageMaker says of a container that has failed. */
interface Said {
  readonly OriginalStatusCode?: number;
  readonly OriginalMessage?: string;
  readonly LogStreamArn?: string;
}

/** The model's own failure as an error of its own; any other as it is. */
export const asModelError = (error: unknown, endpointName: string): unknown => {
  if (!(error instanceof ServiceError) || error.code !== 'ModelError') return error;
  const { OriginalStatusCode, OriginalMessage, LogStreamArn } = error.cause as Said;
  const what = (OriginalMessage ?? '').slice(0, 1_000);
  const status = OriginalStatusCode === undefined ? '' : ` with the status ${OriginalStatusCode}`;
  return new ModelError(
    `predict: the model of ${endpointName} failed${status}${what && `: ${what}`}${/[.!?]$/.test(what) ? '' : '.'}${LogStreamArn ? ` Its log is ${LogStreamArn}.` : ''}`,
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
