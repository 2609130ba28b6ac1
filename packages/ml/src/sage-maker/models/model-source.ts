import { type input, text, z } from '@arch/core/builder';
import type { ContainerDefinition } from '@aws-sdk/client-sagemaker';

import { containerEnvironment } from '../container-environment.js';
import { imageUri, s3Uri } from '../sage-maker-fields.js';

/** The contents of a container of a model. */
export interface ModelSource {
  /** URI of the container image, at most 255 characters. The image must be in the region of the model. */
  readonly image?: string | undefined;
  /** S3 URI of the model data, a `.tar.gz` archive in the region of the model. */
  readonly modelDataUrl?: string | undefined;
  /** Name or ARN of a package of the model registry, instead of `image` and `modelDataUrl`. */
  readonly modelPackageName?: string | undefined;
  /**
   * Environment variables: at most 100, of at most 1,024 characters each and 32 KB in total. Do not put secrets into them: everyone who can
   * describe the model can read them.
   */
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

/** Checks the members of {@link ModelSource}. */
export const sourceFields = (): Parameters<typeof input<ModelSource>>[0] => ({
  image: z.optional(imageUri()),
  modelDataUrl: z.optional(s3Uri()),
  modelPackageName: z.optional(text(1, 176)),
  environment: z.optional(containerEnvironment(1_024)),
});

/** Checks one of several containers. */
export const modelSource = (): z.ZodMiniType<ModelSource> =>
  z
    .strictObject(sourceFields() as unknown as Record<string, z.ZodMiniType>)
    .check(
      z.refine(
        ({ image, modelPackageName }) => (image === undefined) !== (modelPackageName === undefined),
        'either an image or a modelPackageName',
      ),
    ) as z.ZodMiniType<ModelSource>;

/** Returns a container in AWS's form. */
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
