import { type InputFields, openEnum, text, z } from '@arch/core/builder';
import type { LifecycleRule, LifecycleRuleFilter } from '@aws-sdk/client-s3';

import { objectFilter, prefixCriterion, toObjectFilter } from '../../object-filter.js';
import {
  type LifecycleExpiration,
  type LifecycleFilter,
  type LifecycleRuleSettings,
  type LifecycleTransition,
  type NoncurrentVersionExpiration,
  type NoncurrentVersionTransition,
  transitionStorageClasses,
} from './lifecycle-rule.js';

/** Checks a {@link LifecycleRuleSettings}. */
export const lifecycleRuleSettings = (): z.ZodMiniType<LifecycleRuleSettings> =>
  ruleMembers().check(
    z.refine(hasAction, { error: 'at least one action: a transition, an expiration or the abort of uploads' }),
    z.refine(isPlainWhereNeeded, {
      error: 'no tags and sizes with abortIncompleteMultipartUploadDays or expiredObjectDeleteMarker',
    }),
    z.refine(areSizesInOrder, { error: 'an objectSizeGreaterThanBytes that is less than objectSizeLessThanBytes' }),
    z.refine(areTimesOfOneKind, { error: 'either days or dates, not both' }),
    z.refine(expiresLast, { error: 'an expiration that is later than all transitions' }),
    z.refine(versionsExpireLast, {
      error: 'a noncurrentVersionExpiration that is later than all noncurrentVersionTransitions',
    }),
  );

const ruleMembers = (): z.ZodMiniType<LifecycleRuleSettings> =>
  z.strictObject({
    ...(lifecycleFilter() as object),
    status: z.optional(z.enum(['Enabled', 'Disabled'])),
    transitions: z.optional(z.array(transition()).check(hasNoClassTwice())),
    expiration: z.optional(expiration()),
    noncurrentVersionTransitions: z.optional(z.array(noncurrentVersionTransition()).check(hasNoClassTwice())),
    noncurrentVersionExpiration: z.optional(noncurrentVersionExpiration()),
    abortIncompleteMultipartUploadDays: z.optional(days(1)),
  }) as object as z.ZodMiniType<LifecycleRuleSettings>;

/** Checks the ID of a rule and the members that select its objects. */
export const lifecycleFilter = (): InputFields<LifecycleFilter> => ({
  id: z.optional(text(1, 255)),
  ...objectFilter(),
  objectSizeGreaterThanBytes: z.optional(z.int().check(z.gte(0))),
  objectSizeLessThanBytes: z.optional(z.int().check(z.gte(1))),
});

const days = (least: number): z.ZodMiniType<number> => z.int().check(z.gte(least), z.lte(2_147_483_647));

const midnight = (): z.ZodMiniType<Date> =>
  z.date().check(z.refine((date) => date.getTime() % 86_400_000 === 0, { error: 'a Date at midnight UTC' }));

const infrequentAccess = new Set(['STANDARD_IA', 'ONEZONE_IA']);
const needs30Days = { error: 'at least 30 days for STANDARD_IA and ONEZONE_IA' };

const transition = (): z.ZodMiniType<LifecycleTransition> =>
  z
    .strictObject({
      days: z.optional(days(0)),
      date: z.optional(midnight()),
      storageClass: openEnum(transitionStorageClasses),
    })
    .check(
      z.refine((each) => (each.days === undefined) !== (each.date === undefined), { error: 'either days or date' }),
      z.refine((each) => (each.days ?? 30) >= 30 || !infrequentAccess.has(each.storageClass), needs30Days),
    );

const expiration = (): z.ZodMiniType<LifecycleExpiration> =>
  z
    .strictObject({
      days: z.optional(days(1)),
      date: z.optional(midnight()),
      expiredObjectDeleteMarker: z.optional(z.boolean()),
    })
    .check(
      z.refine((each) => Object.values(each).filter((value) => value !== undefined).length === 1, {
        error: 'exactly one of days, date and expiredObjectDeleteMarker',
      }),
    );

const newerVersions = () => z.optional(z.int().check(z.gte(1), z.lte(100)));

const noncurrentVersionTransition = (): z.ZodMiniType<NoncurrentVersionTransition> =>
  z
    .strictObject({
      noncurrentDays: days(0),
      newerNoncurrentVersions: newerVersions(),
      storageClass: openEnum(transitionStorageClasses),
    })
    .check(z.refine((each) => each.noncurrentDays >= 30 || !infrequentAccess.has(each.storageClass), needs30Days));

const noncurrentVersionExpiration = (): z.ZodMiniType<NoncurrentVersionExpiration> =>
  z.strictObject({ noncurrentDays: days(1), newerNoncurrentVersions: newerVersions() });

const hasNoClassTwice = () =>
  z.refine<readonly { readonly storageClass: string }[]>(
    (all) => new Set(all.map(({ storageClass }) => storageClass)).size === all.length,
    { error: 'a list with at most one transition for each storageClass' },
  );

const hasAction = (rule: LifecycleRuleSettings): boolean =>
  (rule.transitions ?? []).length + (rule.noncurrentVersionTransitions ?? []).length > 0 ||
  [rule.expiration, rule.noncurrentVersionExpiration, rule.abortIncompleteMultipartUploadDays].some(
    (action) => action !== undefined,
  );

/** Uploads and delete markers have no tags and sizes: S3 rejects such rules. */
const isPlainWhereNeeded = (rule: LifecycleRuleSettings): boolean =>
  (rule.abortIncompleteMultipartUploadDays === undefined && rule.expiration?.expiredObjectDeleteMarker === undefined) ||
  (Object.keys(rule.tags ?? {}).length === 0 &&
    rule.objectSizeGreaterThanBytes === undefined &&
    rule.objectSizeLessThanBytes === undefined);

const areSizesInOrder = ({
  objectSizeGreaterThanBytes: more = 0,
  objectSizeLessThanBytes: less = Infinity,
}: LifecycleRuleSettings): boolean => more < less;

const areTimesOfOneKind = ({ transitions = [], expiration: end }: LifecycleRuleSettings): boolean => {
  const all = [...transitions, ...(end ? [end] : [])];
  return !(all.some((each) => each.days !== undefined) && all.some((each) => each.date !== undefined));
};

const expiresLast = ({ transitions = [], expiration: end = {} }: LifecycleRuleSettings): boolean =>
  transitions.every(
    (each) =>
      (each.days ?? -1) < (end.days ?? Infinity) && (each.date?.getTime() ?? -1) < (end.date?.getTime() ?? Infinity),
  );

const versionsExpireLast = (rule: LifecycleRuleSettings): boolean =>
  (rule.noncurrentVersionTransitions ?? []).every(
    (each) => each.noncurrentDays < (rule.noncurrentVersionExpiration?.noncurrentDays ?? Infinity),
  );

/** S3's structure for a rule. */
export const toLifecycleRule = (rule: LifecycleRuleSettings): LifecycleRule => ({
  ID: rule.id,
  Status: (rule.status ?? 'Enabled') as never,
  Filter: toFilter(rule),
  ...(rule.transitions?.length && {
    Transitions: rule.transitions.map((each) => ({
      Days: each.days,
      Date: each.date,
      StorageClass: each.storageClass as never,
    })),
  }),
  ...(rule.expiration && {
    Expiration: {
      Days: rule.expiration.days,
      Date: rule.expiration.date,
      ExpiredObjectDeleteMarker: rule.expiration.expiredObjectDeleteMarker,
    },
  }),
  ...(rule.noncurrentVersionTransitions?.length && {
    NoncurrentVersionTransitions: rule.noncurrentVersionTransitions.map((each) => ({
      NoncurrentDays: each.noncurrentDays,
      NewerNoncurrentVersions: each.newerNoncurrentVersions,
      StorageClass: each.storageClass as never,
    })),
  }),
  ...(rule.noncurrentVersionExpiration && {
    NoncurrentVersionExpiration: {
      NoncurrentDays: rule.noncurrentVersionExpiration.noncurrentDays,
      NewerNoncurrentVersions: rule.noncurrentVersionExpiration.newerNoncurrentVersions,
    },
  }),
  ...(rule.abortIncompleteMultipartUploadDays !== undefined && {
    AbortIncompleteMultipartUpload: { DaysAfterInitiation: rule.abortIncompleteMultipartUploadDays },
  }),
});

/** A rule for all objects has an empty prefix. */
const toFilter = (rule: LifecycleRuleSettings): LifecycleRuleFilter => {
  const { prefix, tags, objectSizeGreaterThanBytes, objectSizeLessThanBytes } = rule;
  const criteria = {
    ...prefixCriterion(prefix),
    ...(objectSizeGreaterThanBytes !== undefined && { ObjectSizeGreaterThan: objectSizeGreaterThanBytes }),
    ...(objectSizeLessThanBytes !== undefined && { ObjectSizeLessThan: objectSizeLessThanBytes }),
  };
  return toObjectFilter(criteria, tags) ?? { Prefix: '' };
};
