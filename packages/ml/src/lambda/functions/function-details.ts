import { optionalString, from, resource, type Schema, tags, type Tags, z } from '@arch/core/builder';
import { GetFunctionResponse$ } from '@aws-sdk/client-lambda';

import { hideEnvironment } from './hide-environment.js';
import { functionFields, type LambdaFunction } from './lambda-function.js';

/** A function with what Lambda keeps beside it. */
export interface FunctionDetails extends LambdaFunction {
  /** `{}` also where the credentials may not see them, by `lambda:ListTags`. */
  readonly tags: Tags;
  /** How many calls can run at once at most, where that is limited. */
  readonly reservedConcurrentExecutions?: number | undefined;
  /** The container image that it was made from. */
  readonly imageUri?: string | undefined;
}

/** Parses Lambda's answer to `GetFunction`. */
export const functionDetails = (): Schema<FunctionDetails> =>
  hideEnvironment(
    resource<FunctionDetails>(GetFunctionResponse$, {
      ...inConfiguration(functionFields()),
      tags: tags(),
      reservedConcurrentExecutions: from('Concurrency.ReservedConcurrentExecutions', z.optional(z.number())),
      imageUri: from('Code.ImageUri', optionalString()),
    }),
  );

/** The same fields, one structure further in. */
const inConfiguration = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields as Record<string, Parameters<typeof from>[1]>).map(([name, spec]) => {
      const path = 'path' in spec && spec.path !== undefined ? spec.path : name;
      return [name, from(`Configuration.${path}`, spec)];
    }),
  ) as Fields;
