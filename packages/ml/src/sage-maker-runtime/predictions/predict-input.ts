import { input, secret, type StandardSchema, standardSchema, z } from '@arch/core/builder';

import { sageMakerName } from '../../sage-maker/sage-maker-fields.js';
import type { PredictionRequest } from './request-prediction.js';
import { contentTypeOf, isJson } from './to-body.js';

export interface PredictInput<Result = unknown> extends PredictionRequest {
  /** What the model answers, as a schema of zod, valibot, arktype or another library of Standard Schema. Default: it is not checked. */
  readonly schema?: StandardSchema<Result> | undefined;
  /** Whether asking twice does no harm: a call whose answer was lost is then made again. Default `true`, with a `sessionId` `false`. */
  readonly idempotent?: boolean | undefined;
}

/** What a header can hold. */
const visible = (most: number): z.ZodMiniType<string> =>
  z.string().check(z.regex(new RegExp(`^[\\x20-\\x7e]{1,${most}}$`), `1–${most} visible ASCII characters`));

/** {@link PredictInput}, checked. */
export const predictInput = (): z.ZodMiniType<PredictInput> =>
  input<PredictInput>({
    endpointName: sageMakerName(),
    payload: secret(z.unknown()),
    contentType: z.optional(visible(1_024)),
    accept: z.optional(visible(1_024)),
    targetVariant: z.optional(sageMakerName()),
    targetModel: z.optional(visible(1_024)),
    targetContainerHostname: z.optional(sageMakerName()),
    inferenceComponentName: z.optional(sageMakerName()),
    inferenceId: z.optional(visible(64)),
    customAttributes: z.optional(visible(1_024)),
    sessionId: z.optional(visible(256)),
    schema: z.optional(standardSchema<unknown>()),
    idempotent: z.optional(z.boolean()),
  }).check(
    z.refine(
      ({ payload, contentType = contentTypeOf(payload) }) =>
        isJson(contentType) || typeof payload === 'string' || payload instanceof Uint8Array,
      'a string or bytes as payload if contentType is not JSON',
    ),
  );
