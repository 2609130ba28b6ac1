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
import { deleteHalfMadeGroup } from './delete-half-made-group.js';
import { requestSecurityGroup, securityGroupName } from './request-security-group.js';

export interface AllowDatabaseAccessInput extends AwsInput {
  /** The VPC of the database. */
  readonly vpcId: string;
  /** What the security group is called: 1–255 characters, once per VPC. */
  readonly groupName: string;
  /** 1–255 characters. Default says that it is for databases. */
  readonly description?: string | undefined;
  /** Whose port is opened, e.g. `postgres`. */
  readonly engine?: DbEngine | undefined;
  /** 1150–65535. Default: the engine's own. */
  readonly port?: number | undefined;
  /** What is in one of these security groups gets in, e.g. the application's servers. */
  readonly fromSecurityGroupIds?: readonly string[] | undefined;
  /** IPv4 blocks of /8 to /32 that get in, e.g. `10.0.0.0/16`. */
  readonly fromCidrs?: readonly string[] | undefined;
  readonly tags?: Tags | undefined;
}

/** A security group that lets applications reach a database. */
export interface DatabaseAccess {
  /** For `vpcSecurityGroupIds` of a DB instance. */
  readonly groupId: string;
  readonly groupName: string;
  readonly vpcId: string;
  readonly port: number;
}

const portOf = ({ engine, port }: AllowDatabaseAccessInput): number | undefined =>
  port ?? (engine === undefined ? undefined : rulesOf(engine)?.port);

const sourcesOf = ({ fromSecurityGroupIds = [], fromCidrs = [] }: AllowDatabaseAccessInput): readonly string[] => [
  ...fromSecurityGroupIds,
  ...fromCidrs,
];

/**
 * Makes a security group that lets applications reach a database in the VPC, on the engine's port and no other; give its ID to the DB
 * instance. When the rules are refused the group is deleted again before the call rejects. Its name makes it one: a repeated call finds it taken. It stays until
 * it is deleted, e.g. with `deleteSecurityGroup` of `@arch/compute`.
 *
 * @example
 * const { groupId } = await allowDatabaseAccess({ vpcId, groupName: 'orders-db', engine: 'postgres', fromSecurityGroupIds: ['sg-0123456789abcdef0'] });
 * await modifyDbInstance({ dbInstanceIdentifier: 'orders', vpcSecurityGroupIds: [groupId] });
 * @throws {AlreadyExistsError} the VPC has a security group of that name.
 * @throws {NotFoundError} there is no such VPC, or no such security group to let in.
 * @throws {QuotaExceededError} too many security groups, or too many rules.
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
    z.refine((access) => portOf(access) !== undefined, { error: 'an engine whose port is known, or a port' }),
    z.refine((access) => sourcesOf(access).length > 0, {
      error: 'at least one of fromSecurityGroupIds and fromCidrs',
    }),
    z.refine((access) => new Set(sourcesOf(access)).size === sourcesOf(access).length, {
      error: 'each source only once',
    }),
  ),
  uses: [requestSecurityGroup, authorizeIngress, deleteHalfMadeGroup],
  run: async (access, options, { undo, making }) => {
    const { vpcId, groupName, description = 'Applications that reach a database', tags, aws } = access;
    const { fromSecurityGroupIds = [], fromCidrs = [] } = access;
    const port = portOf(access)!;
    const { groupId } = await making(
      `the security group ${groupName} in ${vpcId} may exist: deleteSecurityGroup of @arch/compute deletes it`,
      requestSecurityGroup({ vpcId, groupName, description, tags, aws }, options),
    );
    undo(
      `the security group ${groupName} (${groupId}) is left: deleteSecurityGroup of @arch/compute deletes it`,
      (own) => deleteHalfMadeGroup({ groupId }, own),
    );
    await authorizeIngress({ groupId, port, fromSecurityGroupIds, fromCidrs }, options).catch((error: unknown) => {
      // A new group can only have the rules already when the answer to the first request was lost.
      if (!(error instanceof AlreadyExistsError)) throw error;
    });
    return { groupId, groupName, vpcId, port };
  },
}));
