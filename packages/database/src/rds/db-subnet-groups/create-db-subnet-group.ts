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
  /** 1–255 letters, digits, periods, underscores, spaces and hyphens, a letter first. RDS writes it in lower case. */
  readonly dbSubnetGroupName: string;
  /** Default: the name. */
  readonly dbSubnetGroupDescription?: string | undefined;
  /** 2–20 subnets of one VPC, in at least two Availability Zones. */
  readonly subnetIds: readonly string[];
  readonly tags?: Tags | undefined;
}

/**
 * Makes a DB subnet group: the subnets that databases may be in. Subnets without a route to an internet gateway make them private. Its name
 * makes it one: a repeated call finds it taken.
 *
 * @example
 * await createDbSubnetGroup({ dbSubnetGroupName: 'private', subnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'] });
 * @throws {AlreadyExistsError} there is a group of that name in this region.
 * @throws {ConflictError} the subnets are in one Availability Zone, or of several VPCs.
 * @throws {QuotaExceededError} the account has as many groups as it may have.
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
