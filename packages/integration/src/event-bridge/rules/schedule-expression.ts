import { z } from '@arch/core/builder';

/** The schema of a schedule such as `rate(1 minute)`, `rate(5 minutes)` or `cron(0 9 ? * MON-FRI *)`. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html */
export const scheduleExpression = (): z.ZodMiniType<string> =>
  z.string().check(
    z.maxLength(256),
    z.refine<string>(
      (text) => isRate(text) || isCron(text),
      'rate(1 minute) or rate(n minutes) with the unit minute, hour or day, or cron(minutes hours day-of-month month day-of-week year) with ? for one of the two days',
    ),
  );

const isRate = (text: string): boolean => {
  const [, count, plural] = /^rate\(([1-9]\d*) (?:minute|hour|day)(s?)\)$/.exec(text) ?? [];
  return count !== undefined && (count === '1') === (plural === '');
};

const field = /^[\dA-Z*?,/\-#]+$/i;

const isCron = (text: string): boolean => {
  const [, inside = ''] = /^cron\((.*)\)$/.exec(text) ?? [];
  const fields = inside.split(' ');
  return fields.length === 6 && fields.every((each) => field.test(each)) && (fields[2] === '?') !== (fields[4] === '?');
};
