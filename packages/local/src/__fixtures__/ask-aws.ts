export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams;
}

/** Sends a request to an emulator without an SDK, signed for a service in a way that no emulator checks. */
export function askAws(service: string, url: string | undefined, question: Question = {}): Promise<Response> {
  const credential = `test/20260101/eu-west-1/${service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=none`;
  return fetch(url ?? '', { ...question, headers: { authorization, ...question.headers } });
}
