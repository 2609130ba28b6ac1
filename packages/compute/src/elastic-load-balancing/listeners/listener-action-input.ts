import { text, z } from '@arch/core/builder';
import { balancingArn } from '@arch/services/elastic-load-balancing';
import type { CreateListenerCommandInput } from '@aws-sdk/client-elastic-load-balancing-v2';

/** The action of a listener: forward requests to a target group, redirect the client, or return a fixed response. */
export type ListenerActionInput =
  | {
      /** ARN of the target group that receives the requests. */
      readonly targetGroupArn: string;
    }
  | {
      /** Redirects the client to another URL. Parts that are omitted are taken from the URL of the request. */
      readonly redirect: {
        /** Protocol of the URL. HTTPS cannot be redirected to HTTP. */
        readonly protocol?: 'HTTP' | 'HTTPS' | undefined;
        /** Host name, 1–128 characters. */
        readonly host?: string | undefined;
        /** Port, 1–65535. */
        readonly port?: number | undefined;
        /** Absolute path that starts with `/`, 1–128 characters. */
        readonly path?: string | undefined;
        /** Query string without the leading `?`, up to 128 characters. */
        readonly query?: string | undefined;
        /** Whether the redirect is permanent (HTTP 301). Default: `false`, temporary (HTTP 302). */
        readonly permanent?: boolean | undefined;
      };
    }
  | {
      /** Returns a response from the load balancer itself. */
      readonly fixedResponse: {
        /** HTTP status code, 200–599. */
        readonly statusCode: number;
        /** Content type of the body. Default: `text/plain`. */
        readonly contentType?:
          | 'text/plain'
          | 'text/css'
          | 'text/html'
          | 'application/javascript'
          | 'application/json'
          | undefined;
        /** Body of the response, at most 1,024 characters. Default: empty. */
        readonly messageBody?: string | undefined;
      };
    };

/** The schema of a {@link ListenerActionInput}. */
export const listenerActionInput = (): z.ZodMiniType<ListenerActionInput> =>
  z.union([
    z.strictObject({ targetGroupArn: balancingArn() }),
    z.strictObject({
      redirect: z.strictObject({
        protocol: z.optional(z.enum(['HTTP', 'HTTPS'])),
        host: z.optional(text(1, 128)),
        port: z.optional(z.int().check(z.gte(1), z.lte(65_535))),
        path: z.optional(text(1, 128)),
        query: z.optional(text(0, 128)),
        permanent: z.optional(z.boolean()),
      }),
    }),
    z.strictObject({
      fixedResponse: z.strictObject({
        statusCode: z.int().check(z.gte(200), z.lte(599)),
        contentType: z.optional(
          z.enum(['text/plain', 'text/css', 'text/html', 'application/javascript', 'application/json']),
        ),
        messageBody: z.optional(text(0, 1_024)),
      }),
    }),
  ]);

type AwsAction = NonNullable<CreateListenerCommandInput['DefaultActions']>[number];

/** Converts an action to AWS's `Action`. */
export const toAction = (action: ListenerActionInput): AwsAction => {
  if ('targetGroupArn' in action) return { Type: 'forward', TargetGroupArn: action.targetGroupArn };
  if ('redirect' in action) {
    const { protocol, host, port, path, query, permanent } = action.redirect;
    return {
      Type: 'redirect',
      RedirectConfig: {
        ...(protocol && { Protocol: protocol }),
        ...(host && { Host: host }),
        ...(port && { Port: String(port) }),
        ...(path && { Path: path }),
        ...(query !== undefined && { Query: query }),
        StatusCode: permanent ? 'HTTP_301' : 'HTTP_302',
      },
    };
  }
  const { statusCode, contentType = 'text/plain', messageBody } = action.fixedResponse;
  return {
    Type: 'fixed-response',
    FixedResponseConfig: {
      StatusCode: String(statusCode),
      ContentType: contentType,
      ...(messageBody !== undefined && { MessageBody: messageBody }),
    },
  };
};
