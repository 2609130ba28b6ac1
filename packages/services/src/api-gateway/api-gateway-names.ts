import { z } from '@arch/core/builder';

/** An ID that API Gateway has given to an API or to a part of one, checked. */
export const apiGatewayId = (kind: string): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[a-z0-9]{1,64}$/i, `the ID of ${kind}: letters and digits, e.g. a1b2c3d4e5`));

/** The ID of an HTTP API, checked. */
export const apiId = (): z.ZodMiniType<string> => apiGatewayId('an API');

/** The name of a stage, checked. */
export const stageName = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^(?:\$default|[\w-]{1,128})$/, '$default, or 1–128 letters, digits, - and _'));

const routePath =
  /^\$default$|^(?:ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT) \/(?:(?:[^\s/{}]+|\{[\w.-]+\})(?:\/|$))*(?:\{[\w.-]+\+\})?$/;

/** The requests of a route: method and path, checked. */
export const routeKey = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        routePath,
        'a method or ANY, and a path, such as "GET /items/{id}" or, for all that is below, "ANY /items/{proxy+}"; or $default, for what no other route takes',
      ),
    );
