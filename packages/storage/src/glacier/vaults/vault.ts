import { type AwsResource, maybe, resource, type Schema, z } from '@arch/core/builder';
import { DescribeVaultOutput$ } from '@aws-sdk/client-glacier';

import { glacierTime } from '../glacier-time.js';

/** A vault of the older Glacier service. https://docs.aws.amazon.com/amazonglacier/latest/dev/working-with-vaults.html */
export interface Vault extends AwsResource {
  /** The name of the vault. */
  readonly vaultName: string;
  /** The ARN of the vault. */
  readonly vaultArn: string;
  /** The time at which the vault was created, in UTC. */
  readonly creationDate: Date;
  /** The time of the last inventory, in UTC. Absent before the first one. */
  readonly lastInventoryDate?: Date | undefined;
  /** The number of archives at the last inventory. Absent before the first one. */
  readonly numberOfArchives?: number | undefined;
  /** The size of all archives in bytes at the last inventory, with about 32 KiB per archive for its index. Absent before the first one. */
  readonly sizeInBytes?: number | undefined;
}

/** Parses one Glacier `DescribeVaultOutput` structure. */
export const vault = (): Schema<Vault> =>
  resource<Vault>(DescribeVaultOutput$, {
    vaultName: z.string(),
    vaultArn: z.string(),
    creationDate: glacierTime(),
    lastInventoryDate: maybe(glacierTime()),
    numberOfArchives: z.optional(z.number()),
    sizeInBytes: z.optional(z.number()),
  });
