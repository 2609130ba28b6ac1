import { ec2Id, text, z, cidrBlock } from '@arch/core/builder';
import type { IpPermission } from '@aws-sdk/client-ec2';

/** What a rule lets through: a protocol, ports, and from (or to) where. */
export interface SecurityGroupRule {
  /** `tcp`, `udp`, `icmp`, `icmpv6`, `all`, or the number of a protocol. */
  readonly protocol: string;
  /** One port, or the first and the last; of `tcp` and `udp` only. For ICMP: type and code. Default: all. */
  readonly port?: number | { readonly from: number; readonly to: number } | undefined;
  /** An IPv4 block; `0.0.0.0/0` is everyone. One source of these. */
  readonly cidr?: string | undefined;
  readonly cidrIpv6?: string | undefined;
  /** Everything that is in this group. */
  readonly securityGroupId?: string | undefined;
  readonly prefixListId?: string | undefined;
  readonly description?: string | undefined;
}

const portNumber = (): z.ZodMiniType<number> => z.int().check(z.gte(-1), z.lte(65_535));

/** A rule, checked. */
export const ruleInput = (): z.ZodMiniType<SecurityGroupRule> =>
  z
    .strictObject({
      protocol: z
        .string()
        .check(z.regex(/^(?:tcp|udp|icmp|icmpv6|all|\d{1,3})$/, 'tcp, udp, icmp, icmpv6, all or a number')),
      port: z.optional(z.union([portNumber(), z.strictObject({ from: portNumber(), to: portNumber() })])),
      cidr: z.optional(cidrBlock(0, 32)),
      cidrIpv6: z.optional(text(2, 64)),
      securityGroupId: z.optional(ec2Id('sg')),
      prefixListId: z.optional(ec2Id('pl')),
      description: z.optional(text(1, 255)),
    })
    .check(
      z.refine(
        ({ cidr, cidrIpv6, securityGroupId, prefixListId }) =>
          [cidr, cidrIpv6, securityGroupId, prefixListId].filter((each) => each !== undefined).length === 1,
        { error: 'one of cidr, cidrIpv6, securityGroupId and prefixListId' },
      ),
      z.refine(
        ({ protocol, port }) => ['tcp', 'udp'].includes(protocol) === (port !== undefined) || /^icmp/.test(protocol),
        {
          error: 'a port for tcp and udp, and no port for protocols without ports',
        },
      ),
      z.refine(({ port }) => typeof port !== 'object' || port.from <= port.to || port.to === -1, {
        error: 'a first port that is not greater than the last port',
      }),
    );

/** A rule in AWS's words. */
export const toIpPermission = (rule: SecurityGroupRule): IpPermission => {
  const { protocol, port, cidr, cidrIpv6, securityGroupId, prefixListId, description: Description } = rule;
  const ports = typeof port === 'number' ? { from: port, to: port } : port;
  return {
    IpProtocol: protocol === 'all' ? '-1' : protocol,
    ...(ports && { FromPort: ports.from, ToPort: ports.to }),
    ...(/^icmp/.test(protocol) && !ports && { FromPort: -1, ToPort: -1 }),
    ...(cidr !== undefined && { IpRanges: [{ CidrIp: cidr, Description }] }),
    ...(cidrIpv6 !== undefined && { Ipv6Ranges: [{ CidrIpv6: cidrIpv6, Description }] }),
    ...(securityGroupId !== undefined && { UserIdGroupPairs: [{ GroupId: securityGroupId, Description }] }),
    ...(prefixListId !== undefined && { PrefixListIds: [{ PrefixListId: prefixListId, Description }] }),
  };
};

/** AWS's permissions as rules: one for each source. */
export const toRules = (permissions: readonly IpPermission[] = []): SecurityGroupRule[] =>
  permissions.flatMap((permission) => {
    const { IpProtocol = '-1', FromPort: first, ToPort: last = first } = permission;
    const protocol = IpProtocol === '-1' ? 'all' : IpProtocol;
    const port =
      first === undefined || last === undefined ? undefined : first === last ? first : { from: first, to: last };
    const make = (source: Partial<SecurityGroupRule>, description: string | undefined): SecurityGroupRule => ({
      protocol,
      ...(port !== undefined && { port }),
      ...source,
      ...(description && { description }),
    });
    return [
      ...(permission.IpRanges ?? []).map(({ CidrIp, Description }) => make({ cidr: CidrIp }, Description)),
      ...(permission.Ipv6Ranges ?? []).map(({ CidrIpv6, Description }) => make({ cidrIpv6: CidrIpv6 }, Description)),
      ...(permission.UserIdGroupPairs ?? []).map(({ GroupId, Description }) =>
        make({ securityGroupId: GroupId }, Description),
      ),
      ...(permission.PrefixListIds ?? []).map(({ PrefixListId, Description }) =>
        make({ prefixListId: PrefixListId }, Description),
      ),
    ];
  });
