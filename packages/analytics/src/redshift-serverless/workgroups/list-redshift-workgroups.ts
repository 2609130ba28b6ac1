import { type AwsInput, input, listOperation, type ListOperation, z } from '@arch/core/builder';
import { redshiftServerless } from '@arch/services/redshift-serverless';
import { ListWorkgroupsCommand } from '@aws-sdk/client-redshift-serverless';

import { redshiftWorkgroup, type RedshiftWorkgroup } from './redshift-workgroup.js';

export interface ListRedshiftWorkgroupsInput extends AwsInput {
  /** ID of the account that owns the workgroups, 12 digits, for workgroups that another account shares. */
  readonly ownerAccount?: string | undefined;
}

/**
 * Lists workgroups of Redshift Serverless, 100 per request, one page ahead of the consumer.
 *
 * @example
 * for await (const { workgroupName, baseCapacityRpu } of listRedshiftWorkgroups()) console.log(workgroupName, baseCapacityRpu, 'RPUs');
 * @see https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_ListWorkgroups.html
 */
export const listRedshiftWorkgroups: ListOperation<ListRedshiftWorkgroupsInput, RedshiftWorkgroup> = listOperation(
  () => ({
    name: 'listRedshiftWorkgroups',
    service: redshiftServerless,
    command: ListWorkgroupsCommand,
    permissions: ['redshift-serverless:ListWorkgroups'],
    input: input<ListRedshiftWorkgroupsInput>({
      ownerAccount: z.optional(z.string().check(z.regex(/^\d{12}$/, 'an account ID of 12 digits'))),
    }),
    item: redshiftWorkgroup(),
    items: ({ workgroups }) => workgroups,
    pages: { token: 'nextToken', size: { member: 'maxResults', least: 1, most: 100 } },
  }),
);
