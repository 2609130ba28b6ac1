import { optionalString, from, resource, type Schema, tags, type Tags, z } from '@arch/core/builder';
import { GetFunctionResponse$ } from '@aws-sdk/client-lambda';

import { hideEnvironment } from './hide-environment.js';
import { functionFields, type LambdaFunction } from './lambda-function.js';

/** A function, its tags and its concurrency. */
export interface FunctionDetails extends LambdaFunction {
  /** Tags of the function. Empty if the credentials lack the permission `lambda:ListTags`. */
  readonly tags: Tags;
  /** Maximum number of concurrent executions. Absent if no concurrency is reserved. */
  readonly reservedConcurrentExecutions?: number | undefined;
  /** URI of the container image. Absent for a .zip file. */
  readonly imageUri?: string | undefined;
}

/** Parses one `GetFunction` response. */
export const functionDetails = (): Schema<FunctionDetails> =>
  hideEnvironment(
    resource<FunctionDetails>(GetFunctionResponse$, {
      ...inConfiguration(functionFields()),
      tags: tags(),
      reservedConcurrentExecutions: from('Concurrency.ReservedConcurrentExecutions', z.optional(z.number())),
      imageUri: from('Code.ImageUri', optionalString()),
    }),
  );

/** Returns the same fields, read from the structure `Configuration`. */
const inConfiguration = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields as Record<string, Parameters<typeof from>[1]>).map(([name, spec]) => {
      const path = 'path' in spec && spec.path !== undefined ? spec.path : name;
      return [name, from(`Configuration.${path}`, spec)];
    }),
  ) as Fields;
