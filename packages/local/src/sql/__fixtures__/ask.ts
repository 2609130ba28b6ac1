/** What a façade answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The body, as AWS's JSON. */
  readonly body: any;
}

/** Calls an operation: `RedshiftData.ExecuteStatement` by its name, `/Execute` by its path. */
export async function ask(endpoint: string, operation: string, request: object = {}): Promise<Answer> {
  const isPath = operation.startsWith('/');
  const headers: Record<string, string> = isPath
    ? { 'content-type': 'application/json' }
    : { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': operation };
  const url = isPath ? `${endpoint}${operation}` : `${endpoint}/`;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(request) });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
