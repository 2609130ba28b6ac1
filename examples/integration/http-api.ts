// Creates an HTTP API with one route to a Lambda function and calls it over HTTP. Creates: one function and one API, deleted at the end.
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { createHttpApi, createHttpStage, deleteHttpApi, routeToFunction } from '@arch/integration';
import { createFunction, deleteFunction } from '@arch/ml';

const { AWS_ENDPOINT_URL_APIGATEWAYV2: local, FUNCTION_ROLE: role = 'arn:aws:iam::123456789012:role/function' } =
  process.env;
const code = { file: fileURLToPath(new URL('../functions/catalogue.mjs', import.meta.url)) };

const functionName = `catalogue-${Date.now()}`;
const { functionArn } = await createFunction({ functionName, role, code }, { wait: true });
const { apiId, apiEndpoint } = await createHttpApi({ name: 'catalogue', description: 'prices of products' });
try {
  await routeToFunction({ apiId, routeKey: 'GET /products/{name}', functionArn });
  await createHttpStage({ apiId, throttlingRateLimit: 10, throttlingBurstLimit: 20 });
  // A new API is available after some seconds. On the local AWS, its URL has a different form.
  if (!local) await pause(10_000);
  const url = local ? `${local}/_aws/execute-api/${apiId}/$default` : apiEndpoint;
  console.log(await (await fetch(`${url}/products/apple`)).text());
} finally {
  await deleteHttpApi(apiId);
  await deleteFunction(functionName);
}
