import { type input, text, z } from '@arch/core/builder';
import type { ContainerDefinition } from '@aws-sdk/client-sagemaker';

import { containerEnvironment } from '../container-environment.js';
import { imageUri, s3Uri } from '../sage-maker-fields.js';

/** What a container of a model is made of. */
export interface ModelSource {
  /** Its image, in the model's region. */
  readonly image?: string | undefined;
  /** Where its data is: one `.tar.gz` in S3, in the model's region. */
  readonly modelDataUrl?: string | undefined;
  /** A package of the model registry, by name or ARN, instead of image and data. */
  readonly modelPackageName?: string | undefined;
  /** At most 100 variables of at most 1,024 characters, and 32 KB in all. No secrets: whoever may see the model sees them. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

/** The members of {@link ModelSource}, checked. */
export const sourceFields = (): Parameters<typeof input<ModelSource>>[0] => ({
  image: z.optional(imageUri()),
  modelDataUrl: z.optional(s3Uri()),
  modelPackageName: z.optional(text(1, 176)),
  environment: z.optional(containerEnvironment(1_024)),
});

/** One container of several, checked. */
export const modelSource = (): z.ZodMiniType<ModelSource> =>
  z
    .strictObject(sourceFields() as unknown as Record<string, z.ZodMiniType>)
    .check(
      z.refine(
        ({ image, modelPackageName }) => (image === undefined) !== (modelPackageName === undefined),
        'either an image or a modelPackageName',
      ),
    ) as z.ZodMiniType<ModelSource>;

/** A container in AWS's words. */
export const toContainer = ({
  image,
  modelDataUrl,
  modelPackageName,
  environment,
}: ModelSource): ContainerDefinition => ({
  Image: image,
  ModelDataUrl: modelDataUrl,
  ModelPackageName: modelPackageName,
  Environment: environment,
});
