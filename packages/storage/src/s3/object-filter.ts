import { from, type InputFields, maybe, tagRecord, type Tags, tags, text, toTagList, z } from '@arch/core/builder';

/** The members that select objects in bucket settings. */
export interface ObjectFilter {
  /** Prefix of the object key, at most 1,024 characters, e.g. `logs/`. Default: all objects. */
  readonly prefix?: string | undefined;
  /** Tags, all of which an object must have, at most 10. Default: any. */
  readonly tags?: Tags | undefined;
}

/** Checks the members of {@link ObjectFilter}. */
export const objectFilter = (): InputFields<ObjectFilter> => ({
  prefix: z.optional(text(0, 1_024)),
  tags: z.optional(tagRecord({ maxTags: 10 })),
});

interface AwsTag {
  readonly Key: string;
  readonly Value: string;
}

/** S3 accepts one criterion, or several within `And`. `undefined`: all objects. */
export const toObjectFilter = <Criteria extends object>(
  criteria: Criteria,
  tagRecord: Tags = {},
): Criteria | { Tag: AwsTag } | { And: Criteria & { Tags?: AwsTag[] } } | undefined => {
  const tagList = toTagList(tagRecord);
  const [tag] = tagList;
  const count = tagList.length + Object.keys(criteria).length;
  if (count === 0) return undefined;
  if (count === 1) return tag ? { Tag: tag } : criteria;
  return { And: { ...criteria, ...(tag && { Tags: tagList }) } };
};

/** The criterion of a prefix, if there is one. */
export const prefixCriterion = (prefix: string | undefined): { Prefix?: string } => (prefix ? { Prefix: prefix } : {});

type AwsFilter = Readonly<Record<string, unknown>> & { readonly And?: Readonly<Record<string, unknown>> };

/** Reads a member of S3's `Filter`, which nests several criteria in `And`. */
export const filterMember = <Value>(name: string, type: z.ZodMiniType<Value>): ReturnType<typeof maybe<Value>> =>
  from(
    'Filter',
    maybe({ type, read: (filter: unknown) => (filter as AwsFilter)[name] ?? (filter as AwsFilter).And?.[name] }),
  );

/** Reads the prefix of S3's `Filter`; an empty one stands for all objects. */
export const filterPrefix = (): ReturnType<typeof maybe<string>> =>
  from(
    'Filter',
    maybe({
      type: z.string(),
      read: (filter: unknown) =>
        ((filter as AwsFilter)['Prefix'] ?? (filter as AwsFilter).And?.['Prefix']) || undefined,
    }),
  );

/** Reads the tags of S3's `Filter`, which has one in `Tag` and several in `And`. */
export const filterTags = (): ReturnType<typeof tags> =>
  from('Filter', {
    type: tags().type,
    read: (filter: unknown) => {
      const { Tag, And } = (filter ?? {}) as AwsFilter;
      return tags().read?.(Tag === undefined ? (And?.['Tags'] ?? []) : [Tag]);
    },
  });
