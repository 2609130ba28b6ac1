import { input, secret, type StandardSchema, standardSchema, z } from '@arch/core/builder';

import { sageMakerName } from '../../sage-maker/sage-maker-fields.js';
import type { PredictionRequest } from './request-prediction.js';
import { contentTypeOf, isJson } from './to-body.js';

export interface PredictInput<Result = unknown> extends PredictionRequest {
  /**
   * Schema of the response, from zod, valibot, arktype or another library that implements Standard Schema. Default: the response is not
   * checked.
   */
  readonly schema?: StandardSchema<Result> | undefined;
  /**
   * Whether the model can safely be invoked twice. `true` retries a request whose response was lost. Default: `true`; with a `sessionId`:
   * `false`.
   */
  readonly idempotent?: boolean | undefined;
}

/** Checks the value of a header. */
const visibleAscii = (maxLength: number): z.ZodMiniType<string> =>
  z.string().check(z.regex(new RegExp(`^[\\x20-\\x7e]{1,${maxLength}}$`), `1–${maxLength} visible ASCII characters`));

/** Checks the input of `predict`. */
export const predictInput = (): z.ZodMiniType<PredictInput> =>
  input<PredictInput>({
    endpointName: sageMakerName(),
    payload: secret(z.unknown()),
    contentType: z.optional(visibleAscii(1_024)),
    accept: z.optional(visibleAscii(1_024)),
    targetVariant: z.optional(sageMakerName()),
    targetModel: z.optional(visibleAscii(1_024)),
    targetContainerHostname: z.optional(sageMakerName()),
    inferenceComponentName: z.optional(sageMakerName()),
    inferenceId: z.optional(visibleAscii(64)),
    customAttributes: z.optional(visibleAscii(1_024)),
    sessionId: z.optional(visibleAscii(256)),
    schema: z.optional(standardSchema<unknown>()),
    idempotent: z.optional(z.boolean()),
  }).check(
    z.refine(
      ({ payload, contentType = contentTypeOf(payload) }) =>
        isJson(contentType) || typeof payload === 'string' || payload instanceof Uint8Array,
      'a string or bytes as payload if contentType is not JSON',
    ),
  );
