import {
  type AwsInput,
  ec2Id,
  input,
  operation,
  type Operation,
  type Tags,
  text,
  toTagList,
  z,
} from '@arch/core/builder';
import { dbTags, ownSubnetGroupName, rds } from '@arch/services/rds';
import { CreateDBSubnetGroupCommand } from '@aws-sdk/client-rds';

import { dbSubnetGroup, type DbSubnetGroup } from './db-subnet-group.js';

export interface CreateDbSubnetGroupInput extends AwsInput {
  /**
   * The name of the DB subnet group: 1–255 letters, digits, periods, underscores, spaces and hyphens, beginning with a letter; not `default`.
   * RDS stores it in lower case.
   */
  readonly dbSubnetGroupName: string;
  /** A description, at most 255 characters. Default: the name. */
  readonly dbSubnetGroupDescription?: string | undefined;
  /** The IDs of 2–20 subnets of one VPC, in at least two Availability Zones. */
  readonly subnetIds: readonly string[];
  /** Tags of the DB subnet group, at most 50. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates a DB subnet group, the subnets in which RDS can place DB instances. In subnets without a route to an internet gateway, DB instances
 * are private. Not idempotent: a second call throws `AlreadyExistsError`.
 *
 * @example
 * await createDbSubnetGroup({ dbSubnetGroupName: 'private', subnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'] });
 * @throws {AlreadyExistsError} there is already a DB subnet group with this name in this region.
 * @throws {ConflictError} the subnets are in only one Availability Zone, or in several VPCs.
 * @throws {QuotaExceededError} the account has reached its quota of DB subnet groups.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSubnetGroup.html
 */
export const createDbSubnetGroup: Operation<
  CreateDbSubnetGroupInput,
  DbSubnetGroup,
  { on: 'dbSubnetGroupName'; with: 'tags' }
> = operation(() => ({
  name: 'createDbSubnetGroup',
  service: rds,
  command: CreateDBSubnetGroupCommand,
  repeatable: 'refused',
  permissions: [
    { action: 'rds:CreateDBSubnetGroup', resources: ['subgrp'] },
    { action: 'rds:AddTagsToResource', resources: ['subgrp'], with: 'tags' },
  ],
  input: input<CreateDbSubnetGroupInput>({
    dbSubnetGroupName: ownSubnetGroupName(),
    dbSubnetGroupDescription: z.optional(text(1, 255)),
    subnetIds: z.array(ec2Id('subnet')).check(
      z.minLength(2),
      z.maxLength(20),
      z.refine((ids) => new Set(ids).size === ids.length, { error: 'a list with each subnet only once' }),
    ),
    tags: z.optional(dbTags()),
  }),
  output: dbSubnetGroup(),
  request: ({ dbSubnetGroupName, dbSubnetGroupDescription = dbSubnetGroupName, subnetIds, tags }) => ({
    DBSubnetGroupName: dbSubnetGroupName,
    DBSubnetGroupDescription: dbSubnetGroupDescription,
    SubnetIds: [...subnetIds],
    Tags: tags && toTagList(tags),
  }),
  select: ({ DBSubnetGroup }) => DBSubnetGroup,
  creates: ({ dbSubnetGroupName }) => [dbSubnetGroupName],
}));
