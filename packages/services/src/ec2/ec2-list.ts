import {
  awsNameOf,
  type CommandInput,
  type CommandType,
  type FilterInput,
  filterRecord,
  type FilterValue,
  input,
  type InputFields,
  type ListDeclaration,
  tagFilter,
  toFilterList,
  z,
} from '@arch/core/builder';

import { ec2 } from './ec2.js';

type Own<Input> = Omit<Input, keyof FilterInput>;

/** An input with filters by EC2's names. Most listings also filter by tags. */
type Filtered = Omit<FilterInput, 'tags'>;

/** The parts of a declaration that differ between the listings of EC2. */
export interface Ec2List<Input extends Filtered, Item, Command extends CommandType> extends Pick<
  ListDeclaration<Input, Item, Command>,
  'name' | 'command' | 'item' | 'items' | 'errors'
> {
  /** Whether EC2 can filter by tags. Default: `true`. */
  readonly filtersByTags?: false;
  /** The members of the input in addition to `tags` and `filters`. */
  readonly input?: InputFields<NoInfer<Own<Input>>>;
  /** The members that EC2 accepts as filters, by EC2's names. */
  readonly filters?: (
    input: NoInfer<Input>,
  ) => Readonly<Record<string, FilterValue | readonly FilterValue[] | undefined>>;
  /** Request members that differ from the input in name or form. */
  readonly request?: (input: NoInfer<Input>) => CommandInput<Command>;
  /** Maximum number of items in one response. Default: EC2 returns all items in one response. */
  readonly pageSize?: number;
}

/** Completes the declaration of a listing of EC2: filters by tags and by EC2's names, pages and permissions. */
export const ec2List = <Input extends Filtered, Item, Command extends CommandType>({
  filtersByTags,
  input: own,
  filters: named,
  request,
  pageSize,
  ...list
}: Ec2List<Input, Item, Command>): ListDeclaration<Input, Item, Command> => ({
  ...list,
  service: ec2,
  permissions: [`ec2:${awsNameOf(list.command)}`],
  input: input<FilterInput>({
    ...own,
    ...(filtersByTags !== false && { tags: z.optional(tagFilter()) }),
    filters: filterRecord(),
  } as never) as never,
  request: ((members: Input) => ({
    ...(request?.(members) as object | undefined),
    Filters: toFilterList({ ...named?.(members), ...members.filters }, (members as FilterInput).tags),
  })) as never,
  ...(pageSize !== undefined && {
    pages: { token: 'NextToken', size: { member: 'MaxResults', least: 5, most: pageSize } },
  }),
});
