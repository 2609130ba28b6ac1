/**
 * Reads a timestamp of a database, e.g. `2026-11-01 10:00:00.123456+01`; without a time zone it is UTC. Values that a `Date` cannot represent,
 * such as `infinity` and years before Christ, are returned as text.
 */
export const readTimestamp = (text: string): Date | string => {
  const [, day, time, sign = '+', hours = '00', minutes = '00'] = timestamp.exec(text) ?? [];
  const date = new Date(`${day}T${time}${sign}${hours}:${minutes}`);
  return Number.isNaN(date.getTime()) ? text : date;
};

const timestamp = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d+)?)(?:Z|([+-])(\d\d)(?::?(\d\d))?)?$/;
