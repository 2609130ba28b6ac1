// The backend of a mobile app: an HTTP API, a Lambda function and a bucket. The example calls it over HTTP, like the app. Creates: one of each, deleted at the end.
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { createHttpApi, createHttpStage, deleteHttpApi, routeToFunction } from '@arch/integration';
import { createFunction, deleteFunction } from '@arch/ml';
import { createBucket, deleteBucket, getObjectJson } from '@arch/storage';
import * as z from 'zod/mini';

// On AWS, FUNCTION_ROLE is a role for Lambda with permissions to write logs and to read and write objects.
const { FUNCTION_ROLE: role = 'arn:aws:iam::123456789012:role/function', AWS_ENDPOINT_URL_APIGATEWAYV2: local } =
  process.env;
const name = `notes-${Date.now()}`;
const note = z.object({ text: z.string() });

/** Deletes the created resources, the last one first. */
const undo: (() => Promise<unknown>)[] = [];

try {
  const { bucket } = await createBucket(name);
  undo.unshift(() => deleteBucket({ bucket, empty: true }));

  const code = { file: fileURLToPath(new URL('../functions/notes.ts', import.meta.url)) };
  const settings = { environment: { BUCKET: bucket }, timeoutSeconds: 10, memoryMiB: 256 };
  const { functionArn } = await createFunction({ functionName: name, role, code, ...settings }, { wait: true });
  undo.unshift(() => deleteFunction(name));

  const { apiId, apiEndpoint } = await createHttpApi({ name, description: 'notes of an app' });
  undo.unshift(() => deleteHttpApi(apiId));
  // These routes are public. For an app with signed-in users, pass authorizationType: 'JWT' and the authorizer of their tokens.
  for (const method of ['PUT', 'GET']) await routeToFunction({ apiId, routeKey: `${method} /notes/{id}`, functionArn });
  await createHttpStage({ apiId, throttlingRateLimit: 50, throttlingBurstLimit: 100 });

  // On the local AWS, the URL of an API has a different form.
  const url = local ? `${local}/_aws/execute-api/${apiId}/$default` : apiEndpoint;
  const put = (text: unknown): Promise<Response> =>
    fetch(`${url}/notes/shopping`, { method: 'PUT', body: JSON.stringify({ text }) });

  let response = await put('two apples');
  // A new API is available after some seconds.
  for (let second = 0; response.status === 404 && second < 30; second++) {
    await pause(1_000);
    response = await put('two apples');
  }
  console.log('PUT', response.status, await response.text());
  const rejected = await put(2);
  console.log('PUT', rejected.status, await rejected.text());
  const read = await fetch(`${url}/notes/shopping`);
  console.log('GET', read.status, await read.text());
  console.log('in S3:', await getObjectJson({ bucket, key: 'notes/shopping.json', schema: note }));
} finally {
  for (const remove of undo) await remove().catch((error: unknown) => console.error('not deleted:', String(error)));
}
