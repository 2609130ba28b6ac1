import { type AwsResource, optionalString, resource, type Schema, z } from '@arch/core/builder';
import { InvokeEndpointOutput$ } from '@aws-sdk/client-sagemaker-runtime';

/** The response of a model. */
export interface Prediction<Result> extends AwsResource {
  /** The response of the model: the parsed value for JSON, a string for text such as CSV, otherwise bytes. */
  readonly payload: Result;
  /** Content type of the response, e.g. `application/json`. */
  readonly contentType?: string | undefined;
  /** Name of the variant that responded, e.g. `AllTraffic`. */
  readonly invokedProductionVariant?: string | undefined;
  /** Further information from the container. */
  readonly customAttributes?: string | undefined;
  /** ID and end time of a session that the call has started, e.g. `s-1; Expires=2026-11-26T10:00:00Z`. */
  readonly newSessionId?: string | undefined;
  /** ID of a session that the call has closed. */
  readonly closedSessionId?: string | undefined;
}

/** SageMaker's response, before the model's response is parsed. */
export interface PredictionResponse extends Omit<Prediction<unknown>, 'payload'> {
  readonly body: Uint8Array;
}

/** Parses one `InvokeEndpointOutput` structure. */
export const predictionResponse = (): Schema<PredictionResponse> =>
  resource<PredictionResponse>(InvokeEndpointOutput$, {
    body: z.instanceof(Uint8Array),
    contentType: optionalString(),
    invokedProductionVariant: optionalString(),
    customAttributes: optionalString(),
    newSessionId: optionalString(),
    closedSessionId: optionalString(),
  });
