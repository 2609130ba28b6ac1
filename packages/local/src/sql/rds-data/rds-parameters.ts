import { AwsError } from '../responses/aws-error.js';
import type { StatementParameter } from '../postgres/run-statement.js';

/** A parameter of the RDS Data API. */
export interface SqlParameter {
  readonly name?: string | undefined;
  readonly value?: Readonly<Record<string, unknown>> | undefined;
  readonly typeHint?: string | undefined;
}

/** OIDs: https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat */
const typeOf = { unknown: 0, bool: 16, bytea: 17, int8: 20, float8: 701, varchar: 1043 } as const;

const hinted: Readonly<Record<string, number>> = {
  DATE: 1082,
  DECIMAL: 1700,
  JSON: 114,
  TIME: 1083,
  TIMESTAMP: 1114,
  UUID: 2950,
};

/** Returns the values for `$1`, `$2`, …. The member of a value determines its type, as on AWS, where a string is not accepted as an integer. */
export function rdsParameters(
  names: readonly string[],
  given: readonly SqlParameter[] = [],
): readonly StatementParameter[] {
  const byName = new Map(given.map((parameter) => [parameter.name, statementParameter(parameter)]));
  return names.map((name) => {
    const parameter = byName.get(name);
    if (parameter === undefined) throw new AwsError('BadRequestException', `Cannot find parameter: ${name}`);
    return parameter;
  });
}

function statementParameter({ name = '', value = {}, typeHint }: SqlParameter): StatementParameter {
  const [[member, content] = [], ...others] = Object.entries(value).filter(([, member]) => member != null);
  if (member === undefined || others.length > 0)
    throw invalidParameter(name, 'exactly one member of its value must be set');
  const hint = typeHint === undefined ? undefined : hinted[typeHint];
  if (typeHint !== undefined && hint === undefined)
    throw invalidParameter(name, `the type hint ${typeHint} does not exist`);
  switch (member) {
    case 'isNull':
      return { value: null, typeId: hint ?? typeOf.unknown };
    case 'stringValue':
      return { value: String(content), typeId: hint ?? typeOf.varchar };
    case 'longValue':
      return { value: String(content), typeId: typeOf.int8 };
    case 'doubleValue':
      return { value: String(content), typeId: typeOf.float8 };
    case 'booleanValue':
      return { value: String(content), typeId: typeOf.bool };
    case 'blobValue':
      return { value: Buffer.from(String(content), 'base64'), typeId: typeOf.bytea };
    case 'arrayValue':
      throw new AwsError('BadRequestException', 'Array parameters are not supported.');
    default:
      throw invalidParameter(name, `${member} is not a member of a value`);
  }
}

function invalidParameter(name: string, reason: string): AwsError {
  return new AwsError('BadRequestException', `Parameter "${name}": ${reason}.`);
}
