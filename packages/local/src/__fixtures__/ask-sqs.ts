import { askAws } from './ask-aws.js';

/** Sends an action to SQS without an SDK, and returns the JSON that it answers. */
export async function askSqs(
  endpoint: string | undefined,
  action: string,
  input: Record<string, unknown> = {},
): Promise<unknown> {
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${action}` };
  const response = await askAws('sqs', endpoint, { method: 'POST', headers, body: JSON.stringify(input) });
  return response.json();
}
