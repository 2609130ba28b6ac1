/**
 * A time as a database writes it, e.g. `2026-11-01 10:00:00.123456+01`; without a zone it is taken as UTC. What JavaScript has no date for,
 * such as `infinity` and the years before ours, stays text.
 */
export const readTimestamp = (text: string): Date | string => {
  const [, day, time, sign = '+', hours = '00', minutes = '00'] = timestamp.exec(text) ?? [];
  const date = new Date(`${day}T${time}${sign}${hours}:${minutes}`);
  return Number.isNaN(date.getTime()) ? text : date;
};

const timestamp = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d+)?)(?:Z|([+-])(\d\d)(?::?(\d\d))?)?$/;
