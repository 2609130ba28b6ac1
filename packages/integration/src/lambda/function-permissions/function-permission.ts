import { type AwsResource, from, resource, type Schema } from '@arch/core/builder';
import { AddPermissionResponse$ } from '@aws-sdk/client-lambda';

import { fromJson } from '../../attribute.js';
import { type Policy, policyRecord } from '../../resource-policies/policy.js';

/** A statement of the resource policy of a function. https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html */
export interface FunctionPermission extends AwsResource {
  /** The statement, e.g. `{ Sid, Effect: 'Allow', Principal, Action, Resource, Condition }`. */
  readonly statement: Policy;
}

/** Parses the added statement, which Lambda returns as JSON. */
export const functionPermission = (): Schema<FunctionPermission> =>
  resource<FunctionPermission>(AddPermissionResponse$, {
    statement: from('Statement', {
      type: policyRecord(),
      read: (text) => (typeof text === 'string' ? fromJson(text) : text),
    }),
  });
