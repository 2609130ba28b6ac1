import { z } from '@arch/core/builder';

/** Checks the ID of an API, or of a route, integration or authorizer of an API. */
export const apiGatewayId = (kind: string): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^[a-z0-9]{1,64}$/i, `the ID of ${kind}: letters and digits, e.g. a1b2c3d4e5`));

/** Checks the ID of an HTTP API. */
export const apiId = (): z.ZodMiniType<string> => apiGatewayId('an API');

/** Checks the name of a stage. */
export const stageName = (): z.ZodMiniType<string> =>
  z.string().check(z.regex(/^(?:\$default|[\w-]{1,128})$/, '$default, or 1–128 letters, digits, - and _'));

const routePath =
  /^\$default$|^(?:ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT) \/(?:(?:[^\s/{}]+|\{[\w.-]+\})(?:\/|$))*(?:\{[\w.-]+\+\})?$/;

/** Checks the route key of a route: method and path, or `$default`. */
export const routeKey = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.regex(
        routePath,
        'a method (or ANY) and a path, e.g. "GET /items/{id}", or "ANY /items/{proxy+}" for all paths below /items; or $default for requests that match no other route',
      ),
    );
