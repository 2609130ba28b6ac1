import type { Context, Replaced } from './middleware.js';

/** Returns what the endpoint and the way of signing of a request depend on, as a text. */
export type EndpointKey = (input: object, context: Context) => string;

const ofCredentials = ['accountId', 'credentialScope'];

/** Parameters of S3's endpoint rules that no rule reads. */
const unread = ['Key', 'Prefix', 'CopySource'];

/** Returns the key of the endpoints of a class of commands. `undefined` if they depend on the credentials. */
export const endpointKey = ({ commandClass }: Pick<Replaced, 'commandClass'>): EndpointKey | undefined => {
  const instructions = Object.entries(commandClass.getEndpointParameterInstructions?.() ?? {});
  if (instructions.length === 0 || instructions.some(([, { name = '' }]) => ofCredentials.includes(name)))
    return undefined;
  const varying = instructions.filter(
    ([parameter, { type }]) => /^(?:context|operationContext)Params$/.test(type) && !unread.includes(parameter),
  );
  if (varying.length === 0) return () => '';
  return (input, context) => {
    const values = varying.map(([, { name = '', get }]) =>
      get ? get(input) : (input as Record<string, unknown>)[name],
    );
    return JSON.stringify([context['archBucketRegion'] ?? null, ...values.map((value) => value ?? null)]);
  };
};
