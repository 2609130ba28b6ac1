import { maybe, resource, z } from '@arch/core/builder';

/** The endpoint of a cluster or a workgroup for SQL clients. */
export interface RedshiftEndpoint {
  /** DNS name of the endpoint. */
  readonly address: string;
  /** Port of the endpoint. */
  readonly port: number;
}

/** Parses an endpoint; `undefined` until it has an address. AWS can return the port earlier. */
export const redshiftEndpoint = (
  structure: Parameters<typeof resource>[0],
): ReturnType<typeof maybe<RedshiftEndpoint>> => {
  const field = maybe(resource<RedshiftEndpoint>(structure, { address: z.string(), port: z.number() }));
  const read = (value: unknown): unknown => {
    // The member is Address for clusters, address for workgroups.
    const { Address, address = Address } = (value ?? {}) as { readonly Address?: string; readonly address?: string };
    return address ? field.read?.(value) : undefined;
  };
  return { ...field, read };
};
