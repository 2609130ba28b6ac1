/** Sends an action to EC2 without an SDK, and returns the XML that it answers. */
export async function askEc2(
  endpoint: string | undefined,
  action: string,
  input: Record<string, string> = {},
): Promise<string> {
  const credential = 'test/20260101/us-east-1/ec2/aws4_request';
  const response = await fetch(endpoint ?? '', {
    method: 'POST',
    headers: { authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=none` },
    body: new URLSearchParams({ Action: action, Version: '2016-11-15', ...input }),
  });
  return response.text();
}
