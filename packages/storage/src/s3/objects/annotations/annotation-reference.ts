import { type InputFields, z } from '@arch/core/builder';

import { type ObjectVersionReference, objectVersionReference } from '../../object-version-reference.js';

/** The members that identify an annotation of an object. */
export interface AnnotationReference extends ObjectVersionReference {
  /** The name of the annotation, 1–512 bytes in UTF-8. */
  readonly annotationName: string;
}

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

/** Checks the members of {@link AnnotationReference}. */
export const annotationReference = (): InputFields<AnnotationReference> => ({
  ...objectVersionReference(),
  annotationName: z
    .string()
    .check(z.refine((name) => name.length > 0 && bytesOf(name) <= 512, { error: 'a name of 1 to 512 bytes in UTF-8' })),
});

/** Checks the text of an annotation. */
export const annotationText = (): z.ZodMiniType<string> =>
  z.string().check(
    z.refine((text) => text.length > 0 && bytesOf(text) <= 1_048_576, {
      error: 'a text of 1 byte to 1 MiB in UTF-8',
    }),
  );
