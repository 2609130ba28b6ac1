import { type AwsResource, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { InvokeEndpointOutput$ } from '@aws-sdk/client-sagemaker-runtime';

/** What a model has answered. */
export interface Prediction<Result> extends AwsResource {
  /** What JSON says, where the answer is JSON; a text where it is one, such as CSV; bytes else. */
  readonly payload: Result;
  /** What the container calls it, e.g. `application/json`. */
  readonly contentType?: string | undefined;
  /** e.g. `AllTraffic`. */
  readonly invokedProductionVariant?: string | undefined;
  /** What the container says beside its answer. */
  readonly customAttributes?: string | undefined;
  /** Of a session that the call has begun: its ID and when it ends. */
  readonly newSessionId?: string | undefined;
  readonly closedSessionId?: string | undefined;
}

/** SageMaker's answer, before the model's own is read. */
export interface PredictionAnswer extends Omit<Prediction<unknown>, 'payload'> {
  readonly body: Uint8Array;
}

/** Parses one `InvokeEndpointOutput` structure. */
export const predictionAnswer = (): Schema<PredictionAnswer> =>
  resource<PredictionAnswer>(InvokeEndpointOutput$, {
    body: z.instanceof(Uint8Array),
    contentType: optionalString(),
    invokedProductionVariant: optionalString(),
    customAttributes: optionalString(),
    newSessionId: optionalString(),
    closedSessionId: optionalString(),
  });
