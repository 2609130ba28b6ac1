import {
  type AwsResource,
  optionalString,
  from,
  list,
  maybe,
  pluck,
  resource,
  type Schema,
  z,
} from '@arch/core/builder';
import {
  Action$,
  FixedResponseActionConfig$,
  Listener$,
  RedirectActionConfig$,
} from '@aws-sdk/client-elastic-load-balancing-v2';

/** A redirect of the client to another URL. Parts that are absent are taken from the URL of the request. */
export interface Redirect {
  /** Protocol of the URL: `HTTP`, `HTTPS` or `#{protocol}`. */
  readonly protocol?: string | undefined;
  /** Host name. */
  readonly host?: string | undefined;
  /** Port, as a string. */
  readonly port?: string | undefined;
  /** Absolute path. */
  readonly path?: string | undefined;
  /** Query string without the leading `?`. */
  readonly query?: string | undefined;
  /** `HTTP_301` (permanent) or `HTTP_302` (temporary). */
  readonly statusCode: string;
}

/** A response that the load balancer returns itself. */
export interface FixedResponse {
  /** HTTP status code, e.g. `503`. */
  readonly statusCode: string;
  /** Content type of the body. */
  readonly contentType?: string | undefined;
  /** Body of the response. */
  readonly messageBody?: string | undefined;
}

/** An action of a listener. */
export interface ListenerAction {
  /** Type: `forward`, `redirect`, `fixed-response`, `authenticate-oidc`, `authenticate-cognito` or `jwt-validation`. */
  readonly type: string;
  /** ARN of the target group that receives the requests. Absent if there are several target groups. */
  readonly targetGroupArn?: string | undefined;
  /** Set if `type` is `redirect`. */
  readonly redirect?: Redirect | undefined;
  /** Set if `type` is `fixed-response`. */
  readonly fixedResponse?: FixedResponse | undefined;
}

/** A listener. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Listener.html */
export interface Listener extends AwsResource {
  /** ARN of the listener. */
  readonly listenerArn: string;
  /** ARN of the load balancer. */
  readonly loadBalancerArn?: string | undefined;
  /** Port. Absent for a gateway load balancer. */
  readonly port?: number | undefined;
  /** Protocol of the connections from clients. Absent for a gateway load balancer. */
  readonly protocol?: string | undefined;
  /** Security policy of an `HTTPS` or `TLS` listener. */
  readonly sslPolicy?: string | undefined;
  /** ARN of the default certificate of an `HTTPS` or `TLS` listener. */
  readonly certificateArns: readonly string[];
  /** Actions for requests that no rule matches. */
  readonly defaultActions: readonly ListenerAction[];
}

/** Parses one `Listener` structure. */
export const listener = (): Schema<Listener> =>
  resource<Listener>(Listener$, {
    listenerArn: z.string(),
    loadBalancerArn: optionalString(),
    port: z.optional(z.number()),
    protocol: optionalString(),
    sslPolicy: optionalString(),
    certificateArns: from('Certificates', pluck('CertificateArn', z.string())),
    defaultActions: list(listenerAction()),
  });

const listenerAction = (): Schema<ListenerAction> =>
  resource<ListenerAction>(Action$, {
    type: z.string(),
    targetGroupArn: optionalString(),
    redirect: from(
      'RedirectConfig',
      maybe(
        resource<Redirect>(RedirectActionConfig$, {
          protocol: optionalString(),
          host: optionalString(),
          port: optionalString(),
          path: optionalString(),
          query: optionalString(),
          statusCode: z.string(),
        }),
      ),
    ),
    fixedResponse: from(
      'FixedResponseConfig',
      maybe(
        resource<FixedResponse>(FixedResponseActionConfig$, {
          statusCode: z.string(),
          contentType: optionalString(),
          messageBody: optionalString(),
        }),
      ),
    ),
  });
