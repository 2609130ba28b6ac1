import { ec2Id, text, z, cidrBlock } from '@arch/core/builder';
import type { IpPermission } from '@aws-sdk/client-ec2';

/** Allows traffic of a protocol on some ports from one source (inbound) or to one destination (outbound). */
export interface SecurityGroupRule {
  /** Protocol: `tcp`, `udp`, `icmp`, `icmpv6`, `all`, or a protocol number. */
  readonly protocol: string;
  /** Required for `tcp` and `udp`: one port, or the first and the last. For ICMP: type and code; default: all. Not for other protocols. */
  readonly port?: number | { readonly from: number; readonly to: number } | undefined;
  /** IPv4 block; `0.0.0.0/0` matches all IPv4 addresses. A rule has one of the following four members. */
  readonly cidr?: string | undefined;
  /** IPv6 block; `::/0` matches all IPv6 addresses. */
  readonly cidrIpv6?: string | undefined;
  /** ID of a security group; matches all resources in that group. */
  readonly securityGroupId?: string | undefined;
  /** ID of a prefix list, e.g. `pl-0123456789abcdef0`. */
  readonly prefixListId?: string | undefined;
  /** Description of the rule: 1–255 characters. */
  readonly description?: string | undefined;
}

const portNumber = (): z.ZodMiniType<number> => z.int().check(z.gte(-1), z.lte(65_535));

/** The schema of a {@link SecurityGroupRule}. */
export const ruleInput = (): z.ZodMiniType<SecurityGroupRule> =>
  z
    .strictObject({
      protocol: z
        .string()
        .check(z.regex(/^(?:tcp|udp|icmp|icmpv6|all|\d{1,3})$/, 'tcp, udp, icmp, icmpv6, all or a protocol number')),
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
        { error: 'exactly one of cidr, cidrIpv6, securityGroupId and prefixListId' },
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

/** Converts a rule to EC2's `IpPermission`. */
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

/** Converts EC2's `IpPermission` structures to rules, one rule per source or destination. */
export const toRules = (permissions: readonly IpPermission[] = []): SecurityGroupRule[] =>
  permissions.flatMap((permission) => {
    const { IpProtocol = '-1', FromPort: first, ToPort: last = first } = permission;
    const protocol = IpProtocol === '-1' ? 'all' : IpProtocol;
    const port =
      first === undefined || last === undefined ? undefined : first === last ? first : { from: first, to: last };
    const ruleWith = (source: Partial<SecurityGroupRule>, description: string | undefined): SecurityGroupRule => ({
      protocol,
      ...(port !== undefined && { port }),
      ...source,
      ...(description && { description }),
    });
    return [
      ...(permission.IpRanges ?? []).map(({ CidrIp, Description }) => ruleWith({ cidr: CidrIp }, Description)),
      ...(permission.Ipv6Ranges ?? []).map(({ CidrIpv6, Description }) =>
        ruleWith({ cidrIpv6: CidrIpv6 }, Description),
      ),
      ...(permission.UserIdGroupPairs ?? []).map(({ GroupId, Description }) =>
        ruleWith({ securityGroupId: GroupId }, Description),
      ),
      ...(permission.PrefixListIds ?? []).map(({ PrefixListId, Description }) =>
        ruleWith({ prefixListId: PrefixListId }, Description),
      ),
    ];
  });
