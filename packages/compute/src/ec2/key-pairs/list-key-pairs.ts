import { type FilterInput, listOperation, type ListOperation, z } from '@arch/core/builder';
import { ec2List } from '@arch/services/ec2';
import { DescribeKeyPairsCommand } from '@aws-sdk/client-ec2';

import { keyPair, type KeyPair } from './key-pair.js';

export interface ListKeyPairsInput extends FilterInput {
  /** Whether AWS returns the public keys. Default: `false`. */
  readonly includePublicKey?: boolean | undefined;
}

/**
 * Lists the key pairs of the region. AWS returns all of them in one response.
 *
 * @example
 * for await (const { keyName, createTime } of listKeyPairs()) console.log(keyName, createTime);
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeKeyPairs.html
 */
export const listKeyPairs: ListOperation<ListKeyPairsInput, KeyPair> = listOperation(() =>
  ec2List({
    name: 'listKeyPairs',
    command: DescribeKeyPairsCommand,
    input: { includePublicKey: z.optional(z.boolean()) },
    item: keyPair(),
    items: ({ KeyPairs }) => KeyPairs,
  }),
);
