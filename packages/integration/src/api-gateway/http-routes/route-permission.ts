import { functionArnParts } from '@arch/services/lambda';

/** The statement in a function's policy that allows an API to invoke the function for a route. */
export interface RoutePermission {
  readonly functionName: string;
  readonly qualifier?: string | undefined;
  readonly statementId: string;
}

/** The statement of an integration, whose ID contains the ID of the integration. `undefined` if the integration is not a function. */
export const routePermission = (
  apiId: string,
  { integrationId, functionArn = '' }: { readonly integrationId: string; readonly functionArn?: string | undefined },
): RoutePermission | undefined => {
  const { qualifier } = functionArnParts(functionArn) ?? {};
  if (!functionArnParts(functionArn)) return undefined;
  const functionName = qualifier === undefined ? functionArn : functionArn.slice(0, -qualifier.length - 1);
  return { functionName, ...(qualifier && { qualifier }), statementId: `http-api-${apiId}-${integrationId}` };
};

/** The source ARN of invocations: the route in all stages of the API, in the account and region of the function. */
export const routeSourceArn = (apiId: string, routeKey: string, functionArn: string): string => {
  const { partition = 'aws', region = '*', accountId = '*' } = functionArnParts(functionArn) ?? {};
  const [method = '', path] = routeKey.split(' ');
  const route = path === undefined ? routeKey : `${method === 'ANY' ? '*' : method}${path}`;
  return `arn:${partition}:execute-api:${region}:${accountId}:${apiId}/*/${route}`;
};
