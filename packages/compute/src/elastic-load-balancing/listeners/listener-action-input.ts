import { text, z } from '@arch/core/builder';
import { balancingArn } from '@arch/services/elastic-load-balancing';
import type { CreateListenerCommandInput } from '@aws-sdk/client-elastic-load-balancing-v2';

/** What a listener shall do with a request: forward it, send the client elsewhere, or answer itself. */
export type ListenerActionInput =
  | { readonly targetGroupArn: string }
  | {
      /** What is left out stays as it is in the request. */
      readonly redirect: {
        readonly protocol?: 'HTTP' | 'HTTPS' | undefined;
        readonly host?: string | undefined;
        readonly port?: number | undefined;
        readonly path?: string | undefined;
        readonly query?: string | undefined;
        /** Default: `false`, for now (302). */
        readonly permanent?: boolean | undefined;
      };
    }
  | {
      readonly fixedResponse: {
        /** 200–599. */
        readonly statusCode: number;
        /** Default `text/plain`. */
        readonly contentType?:
          | 'text/plain'
          | 'text/css'
          | 'text/html'
          | 'application/javascript'
          | 'application/json'
          | undefined;
        /** At most 1,024 characters. */
        readonly messageBody?: string | undefined;
      };
    };

/** A {@link ListenerActionInput}, checked. */
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

/** An action in AWS's words. */
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
