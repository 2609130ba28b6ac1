import { AlreadyExistsError } from '@arch/core';
import {
  type AwsInput,
  ec2Id,
  input,
  type Operation,
  tagRecord,
  type Tags,
  task,
  text,
  z,
  cidrBlock,
} from '@arch/core/builder';
import { databasePort } from '@arch/services/rds';

import { type DbEngine, rulesOf } from '../../rds/db-engines.js';
import { authorizeIngress } from './authorize-ingress.js';
import { deleteNewGroup } from './delete-new-group.js';
import { requestSecurityGroup, securityGroupName } from './request-security-group.js';

export interface AllowDatabaseAccessInput extends AwsInput {
  /** The ID of the VPC of the database, e.g. `vpc-0123456789abcdef0`. */
  readonly vpcId: string;
  /** The name of the security group, 1–255 characters, unique within the VPC. */
  readonly groupName: string;
  /** A description of the security group, 1–255 characters. Default: `Applications that reach a database`. */
  readonly description?: string | undefined;
  /** The database engine, e.g. `postgres`, whose default port is opened. Required without `port`. */
  readonly engine?: DbEngine | undefined;
  /** The port to open, 1,150–65,535. Default: the default port of the engine. */
  readonly port?: number | undefined;
  /** The IDs of security groups whose members may connect, e.g. the security group of the application's instances. */
  readonly fromSecurityGroupIds?: readonly string[] | undefined;
  /** IPv4 blocks from which clients may connect, `/8` to `/32`, e.g. `10.0.0.0/16`. */
  readonly fromCidrs?: readonly string[] | undefined;
  /** Tags of the security group, at most 50. */
  readonly tags?: Tags | undefined;
}

/** A security group that allows applications to connect to a database. */
export interface DatabaseAccess {
  /** The ID of the security group. Pass it in `vpcSecurityGroupIds` of a DB instance. */
  readonly groupId: string;
  /** The name of the security group. */
  readonly groupName: string;
  /** The ID of the VPC. */
  readonly vpcId: string;
  /** The open port. */
  readonly port: number;
}

const portOf = ({ engine, port }: AllowDatabaseAccessInput): number | undefined =>
  port ?? (engine === undefined ? undefined : rulesOf(engine)?.port);

const sourcesOf = ({ fromSecurityGroupIds = [], fromCidrs = [] }: AllowDatabaseAccessInput): readonly string[] => [
  ...fromSecurityGroupIds,
  ...fromCidrs,
];

/**
 * Creates a security group that allows applications to connect to a database in the VPC on one port. Pass its ID to the DB instance. If AWS
 * rejects the rules, the function deletes the group and then rejects. Not idempotent: a second call throws `AlreadyExistsError`.
 * `deleteSecurityGroup` of `@arch/compute` deletes the group.
 *
 * @example
 * const { groupId } = await allowDatabaseAccess({ vpcId, groupName: 'orders-db', engine: 'postgres', fromSecurityGroupIds: ['sg-0123456789abcdef0'] });
 * await modifyDbInstance({ dbInstanceIdentifier: 'orders', vpcSecurityGroupIds: [groupId] });
 * @throws {AlreadyExistsError} the VPC already contains a security group with this name.
 * @throws {NotFoundError} there is no such VPC, or a security group in `fromSecurityGroupIds` does not exist.
 * @throws {QuotaExceededError} the account has reached a quota of security groups or of rules.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html
 */
export const allowDatabaseAccess: Operation<
  AllowDatabaseAccessInput,
  DatabaseAccess,
  { on: 'groupId' | 'vpcId'; with: 'tags' }
> = task(() => ({
  name: 'allowDatabaseAccess',
  input: input<AllowDatabaseAccessInput>({
    vpcId: ec2Id('vpc'),
    groupName: securityGroupName(),
    description: z.optional(text(1, 255)),
    engine: z.optional(text(1, 64)),
    port: z.optional(databasePort()),
    fromSecurityGroupIds: z.optional(z.array(ec2Id('sg'))),
    fromCidrs: z.optional(z.array(cidrBlock(8, 32))),
    tags: z.optional(tagRecord()),
  }).check(
    z.refine((access) => portOf(access) !== undefined, { error: 'port, or an engine with a known port' }),
    z.refine((access) => sourcesOf(access).length > 0, {
      error: 'at least one of fromSecurityGroupIds and fromCidrs',
    }),
    z.refine((access) => new Set(sourcesOf(access)).size === sourcesOf(access).length, {
      error: 'each source only once',
    }),
  ),
  uses: [requestSecurityGroup, authorizeIngress, deleteNewGroup],
  run: async (access, options, { undo, making }) => {
    const { vpcId, groupName, description = 'Applications that reach a database', tags, aws } = access;
    const { fromSecurityGroupIds = [], fromCidrs = [] } = access;
    const port = portOf(access)!;
    const { groupId } = await making(
      `the security group ${groupName} in ${vpcId} may exist: delete it with deleteSecurityGroup of @arch/compute`,
      requestSecurityGroup({ vpcId, groupName, description, tags, aws }, options),
    );
    undo(
      `the security group ${groupName} (${groupId}) is left: delete it with deleteSecurityGroup of @arch/compute`,
      (own) => deleteNewGroup({ groupId }, own),
    );
    await authorizeIngress({ groupId, port, fromSecurityGroupIds, fromCidrs }, options).catch((error: unknown) => {
      // A new group has the rules only if an earlier attempt, whose response was lost, has added them.
      if (!(error instanceof AlreadyExistsError)) throw error;
    });
    return { groupId, groupName, vpcId, port };
  },
}));
