import {
  type AwsInput,
  filterRecord,
  type Filters,
  input,
  listOperation,
  type ListOperation,
  tagRecord,
  type Tags,
  toFilterList,
  z,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeKeyPairsCommand } from '@aws-sdk/client-ec2';

import { keyPair, type KeyPair } from './key-pair.js';

export interface ListKeyPairsInput extends AwsInput {
  /** Tags that a key pair has to have, all of them; `*` and `?` are wildcards in the values. */
  readonly tags?: Tags | undefined;
  /** AWS's further filters by name, e.g. `{ 'key-name': 'operations-*' }`. */
  readonly filters?: Filters | undefined;
  /** Whether to return the public keys. Default `false`. */
  readonly includePublicKey?: boolean | undefined;
}

/**
 * Lists the key pairs of the region. AWS answers all of them at once.
 *
 * @example
 * for await (const { keyName, createTime } of listKeyPairs()) console.log(keyName, createTime);
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeKeyPairs.html
 */
export const listKeyPairs: ListOperation<ListKeyPairsInput, KeyPair> = listOperation(() => ({
  name: 'listKeyPairs',
  service: ec2,
  command: DescribeKeyPairsCommand,
  permissions: ['ec2:DescribeKeyPairs'],
  input: input<ListKeyPairsInput>({
    tags: z.optional(tagRecord()),
    filters: filterRecord(),
    includePublicKey: z.optional(z.boolean()),
  }),
  item: keyPair(),
  request: ({ tags, filters }) => ({ Filters: toFilterList(filters, tags) }),
  items: ({ KeyPairs }) => KeyPairs,
}));
