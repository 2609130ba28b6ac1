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

/** Where a client is sent instead. What is left out stays as it is in the request. */
export interface Redirect {
  /** `HTTP` or `HTTPS`. */
  readonly protocol?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  readonly path?: string | undefined;
  readonly query?: string | undefined;
  /** `HTTP_301` for ever, `HTTP_302` for now. */
  readonly statusCode: string;
}

/** What the load balancer answers itself. */
export interface FixedResponse {
  /** e.g. `503`. */
  readonly statusCode: string;
  readonly contentType?: string | undefined;
  readonly messageBody?: string | undefined;
}

/** What a listener does with a request. */
export interface ListenerAction {
  /** `forward`, `redirect`, `fixed-response`, `authenticate-oidc`, `authenticate-cognito` or `jwt-validation`. */
  readonly type: string;
  /** Where it is forwarded to, if to one group. */
  readonly targetGroupArn?: string | undefined;
  readonly redirect?: Redirect | undefined;
  readonly fixedResponse?: FixedResponse | undefined;
}

/** A listener. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Listener.html */
export interface Listener extends AwsResource {
  readonly listenerArn: string;
  readonly loadBalancerArn?: string | undefined;
  /** Absent for a gateway load balancer. */
  readonly port?: number | undefined;
  readonly protocol?: string | undefined;
  readonly sslPolicy?: string | undefined;
  /** The default certificate of a listener with TLS. */
  readonly certificateArns: readonly string[];
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
