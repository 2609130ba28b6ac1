// Commands with shapes that only a few services have, sent by the client of KMS.
import { makeBuilder } from '@smithy/core/client';
import { getEndpointPlugin } from '@smithy/core/endpoints';

import type { CommandType } from '../declaration/command-type.js';

type Members = Readonly<Record<string, unknown>>;

const namespace = 'com.amazonaws.kms';
const parameters = {
  UseFIPS: { type: 'builtInParams', name: 'useFipsEndpoint' },
  Endpoint: { type: 'builtInParams', name: 'endpoint' },
  Region: { type: 'builtInParams', name: 'region' },
  UseDualStack: { type: 'builtInParams', name: 'useDualstackEndpoint' },
} as const;
const builder = makeBuilder(parameters as never, 'TrentService', 'KMSClient', getEndpointPlugin as never);

const structureOf = (name: string, members: Members): readonly unknown[] => [
  3,
  namespace,
  name,
  0,
  Object.keys(members),
  Object.values(members),
];

export const text = 0;
export const flag = 2;
/** A list of texts. */
export const texts = 64;
export const structure = (members: Members): (() => readonly unknown[]) => {
  const made = structureOf('Wrapper', members);
  return () => made;
};

export const commandOf = <Input extends object, Output extends object>(
  name: string,
  input: Members,
  output: Members,
  traits: unknown = 0,
): CommandType & {
  new (input: Input): { readonly input: Input; resolveMiddleware(): () => Promise<{ output: Output }> };
} => {
  const schema = [
    9,
    namespace,
    name,
    traits,
    structureOf(`${name}Request`, input),
    structureOf(`${name}Response`, output),
  ];
  return builder({}, (() => []) as never, name, schema as never) as never;
};
