import { maybe, resource, z } from '@arch/core/builder';

/** Where SQL clients reach a cluster or a workgroup. */
export interface RedshiftEndpoint {
  readonly address: string;
  readonly port: number;
}

/** An endpoint that can be reached: before it has an address, AWS may tell its port already. */
export const redshiftEndpoint = (
  structure: Parameters<typeof resource>[0],
): ReturnType<typeof maybe<RedshiftEndpoint>> => {
  const field = maybe(resource<RedshiftEndpoint>(structure, { address: z.string(), port: z.number() }));
  const read = (value: unknown): unknown => {
    // Clusters and workgroups write it differently.
    const { Address, address = Address } = (value ?? {}) as { readonly Address?: string; readonly address?: string };
    return address ? field.read?.(value) : undefined;
  };
  return { ...field, read };
};
