import { type AwsInput, input, listOperation, type ListOperation } from '@arch/core/builder';
import { redshiftServerless } from '@arch/services/redshift-serverless';
import { ListNamespacesCommand } from '@aws-sdk/client-redshift-serverless';

import { redshiftNamespace, type RedshiftNamespace } from './redshift-namespace.js';

/** The input has no members except `aws`. */
export interface ListRedshiftNamespacesInput extends AwsInput {}

/**
 * Lists namespaces of Redshift Serverless, 100 per request, one page ahead of the consumer.
 *
 * @example
 * for await (const { namespaceName, status } of listRedshiftNamespaces()) console.log(namespaceName, status);
 * @see https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_ListNamespaces.html
 */
export const listRedshiftNamespaces: ListOperation<ListRedshiftNamespacesInput, RedshiftNamespace> = listOperation(
  () => ({
    name: 'listRedshiftNamespaces',
    service: redshiftServerless,
    command: ListNamespacesCommand,
    permissions: ['redshift-serverless:ListNamespaces'],
    input: input<ListRedshiftNamespacesInput>({}),
    item: redshiftNamespace(),
    items: ({ namespaces }) => namespaces,
    pages: { token: 'nextToken', size: { member: 'maxResults', least: 1, most: 100 } },
  }),
);
