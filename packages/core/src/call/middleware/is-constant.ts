import type { Replaced } from './middleware.js';

const ofCredentials = ['accountId', 'credentialScope'];

/** Whether endpoint and signing do not depend on the input or the credentials: then they are the same for all requests of a client. */
export const isConstant = ({ config, commandClass }: Replaced): boolean => {
  if (config['serviceId'] === 'S3') return false;
  const instructions = Object.values(commandClass.getEndpointParameterInstructions?.() ?? {});
  return (
    instructions.length > 0 &&
    instructions.every(
      ({ type, name = '' }) => !/^(?:context|operationContext)Params$/.test(type) && !ofCredentials.includes(name),
    )
  );
};
