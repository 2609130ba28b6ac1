import type { HttpApi } from './http-api.js';

/**
 * Returns the URL of a stage of an HTTP API: `apiEndpoint` for the stage `$default`, `<apiEndpoint>/<stageName>` for others.
 *
 * @example
 * const orders = await describeHttpApi('a1b2c3d4e5');
 * const response = await fetch(`${httpApiUrl(orders, 'v1')}/orders/42`);
 * console.log(response.status);
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-stages.html
 */
export const httpApiUrl = ({ apiEndpoint }: Pick<HttpApi, 'apiEndpoint'>, stageName = '$default'): string =>
  stageName === '$default' ? apiEndpoint : `${apiEndpoint}/${stageName}`;
