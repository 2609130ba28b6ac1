import { type ErrorRule, type InputFields, inParent, notFound, text, z } from '@arch/core/builder';

import { type BucketReference, bucketReference } from './bucket-reference.js';

/** The members that identify one of several configurations of a bucket. */
export interface ConfigurationReference extends BucketReference {
  /** The ID of the configuration, 1–64 letters, digits and `_ . -`. */
  readonly id: string;
}

/** Checks the members of {@link ConfigurationReference}. */
export const configurationReference = (): InputFields<ConfigurationReference> => ({
  ...bucketReference(),
  id: text(1, 64).check(z.regex(/^[\w.-]+$/, 'text of letters, digits and _ . -')),
});

/** The bucket has no configuration with this ID. */
export const configurationNotFound = (resource: string): ErrorRule =>
  inParent('bucket', notFound({ resource, member: 'id' }));
