export interface UnsignedRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams;
}

/**
 * Sends a request without an SDK, signed with the access key in `env`. It uses nothing outside its body, because the Lambda functions of tests
 * contain its source. It computes the signature with its own code, so that tests find errors in the code of the package.
 */
export async function sendToAws(
  service: string,
  url: string | undefined,
  { method = 'GET', headers = {}, body = '' }: UnsignedRequest = {},
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Response> {
  const { createHash, createHmac } = process.getBuiltinModule('node:crypto');
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
  const { host, pathname } = new URL(url ?? '');
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = [date.slice(0, 8), 'eu-west-1', service, 'aws4_request'];
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${env['AWS_SECRET_ACCESS_KEY']}`) as Buffer;
  const signed = `host:${host}\nx-amz-date:${date}\n\nhost;x-amz-date`;
  const request = [method, pathname, '', signed, sha256(String(body))].join('\n');
  const signature = hmac(key, ['AWS4-HMAC-SHA256', date, scope.join('/'), sha256(request)].join('\n')).toString('hex');
  const credential = `${env['AWS_ACCESS_KEY_ID']}/${scope.join('/')}`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host;x-amz-date, Signature=${signature}`;
  return fetch(url ?? '', {
    method,
    headers: { authorization, 'x-amz-date': date, ...headers },
    ...(body !== '' && { body }),
  });
}
