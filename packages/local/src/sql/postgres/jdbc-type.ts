import type { ResultColumn } from './describe-columns.js';

/** JDBC's description of a type, which the Data APIs return. */
export interface JdbcType {
  /** A constant of `java.sql.Types`. */
  readonly type: number;
  readonly precision: number;
  readonly scale: number;
  readonly isSigned: boolean;
  readonly isCaseSensitive: boolean;
}

const unlimited = 2_147_483_647;

const defaults = { scale: 0, isSigned: false, isCaseSensitive: false };
const whole = (type: number, precision: number): JdbcType => ({ ...defaults, type, precision, isSigned: true });
const floating = (type: number, precision: number): JdbcType => ({ ...whole(type, precision), scale: precision });
const time = (type: number, precision: number, scale: number): JdbcType => ({ ...defaults, type, precision, scale });
const text = (type: number, precision = unlimited): JdbcType => ({
  ...defaults,
  type,
  precision,
  isCaseSensitive: true,
});

const types = (): Readonly<Record<string, JdbcType>> => ({
  bool: time(-7, 1, 0),
  bytea: text(-2),
  bpchar: text(1),
  date: time(91, 13, 0),
  float4: floating(7, 8),
  float8: floating(8, 17),
  int2: whole(5, 5),
  int4: whole(4, 10),
  int8: whole(-5, 19),
  interval: time(1111, 49, 0),
  name: text(12, 63),
  numeric: whole(2, 0),
  oid: { ...whole(-5, 10), isSigned: false },
  text: text(12),
  time: time(92, 15, 6),
  timestamp: time(93, 29, 6),
  timestamptz: time(93, 35, 6),
  timetz: time(92, 21, 6),
  varchar: text(12),
});

/** The modifier of a type is its length or precision plus these four bytes. */
const modifierHeader = 4;

export function jdbcType({ typeName, typeModifier, isArray }: ResultColumn): JdbcType {
  if (isArray) return text(2003);
  const known = types()[typeName] ?? text(1111);
  if (typeModifier < modifierHeader) return known;
  const modifier = typeModifier - modifierHeader;
  if (typeName === 'numeric') return { ...known, precision: modifier >> 16, scale: modifier & 0xff_ff };
  if (typeName === 'varchar' || typeName === 'bpchar') return { ...known, precision: modifier };
  return known;
}
