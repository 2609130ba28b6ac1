/** Sends a message from a function without an SDK. It is self-contained, because its source text is the code of the function. */
export const sendMessage = async (input: object): Promise<void> => {
  const { createHash, createHmac } = process.getBuiltinModule('node:crypto');
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
  const { AWS_ENDPOINT_URL_SQS: url = '', AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret } = process.env;
  const body = JSON.stringify(input);
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = [date.slice(0, 8), 'us-east-1', 'sqs', 'aws4_request'];
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const signed = `host:${new URL(url).host}\nx-amz-date:${date}\n\nhost;x-amz-date`;
  const request = sha256(['POST', '/', '', signed, sha256(body)].join('\n'));
  const signature = hmac(key, ['AWS4-HMAC-SHA256', date, scope.join('/'), request].join('\n')).toString('hex');
  const credential = `Credential=${id}/${scope.join('/')}`;
  const headers = {
    'x-amz-target': 'AmazonSQS.SendMessage',
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-date': date,
    authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host;x-amz-date, Signature=${signature}`,
  };
  const { status } = await fetch(url, { method: 'POST', headers, body });
  if (status !== 200) throw new Error(`SendMessage: ${status}`);
};
