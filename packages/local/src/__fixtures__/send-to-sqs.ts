import type { LocalAws } from '../local-aws.js';
import { sendToAws } from './send-to-aws.js';

/** Sends an action to SQS without an SDK and returns the JSON of the response. */
export async function sendToSqs(
  { env }: Pick<LocalAws, 'env'>,
  action: string,
  input: Record<string, unknown> = {},
): Promise<unknown> {
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${action}` };
  const request = { method: 'POST', headers, body: JSON.stringify(input) };
  const response = await sendToAws('sqs', env['AWS_ENDPOINT_URL_SQS'], request, env);
  return response.json();
}
