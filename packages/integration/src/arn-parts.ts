/** The parts of a valid ARN. */
export interface ArnParts {
  readonly service: string;
  readonly region: string;
  readonly accountId: string;
  /** The part after the account, e.g. `function:hello` or `rule/orders`. */
  readonly resource: string;
}

export const arnParts = (arn: string): ArnParts => {
  const [, , service = '', region = '', accountId = '', ...rest] = arn.split(':');
  return { service, region, accountId, resource: rest.join(':') };
};
