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
  tagRecord,
  toFilterList,
  z,
} from '@arch/core/builder';

import { ec2 } from './ec2.js';

type Own<Input> = Omit<Input, keyof FilterInput>;

/** A list of EC2: what differs from one to the other. */
export interface Ec2List<Input extends FilterInput, Item, Command extends CommandType> extends Pick<
  ListDeclaration<Input, Item, Command>,
  'name' | 'command' | 'item' | 'items' | 'errors'
> {
  /** The members of the input beside `tags` and `filters`. */
  readonly input?: InputFields<NoInfer<Own<Input>>>;
  /** The members that EC2 takes as filters, by EC2's names. */
  readonly filters?: (
    input: NoInfer<Input>,
  ) => Readonly<Record<string, FilterValue | readonly FilterValue[] | undefined>>;
  /** Members of the request that are not named as the input's. */
  readonly request?: (input: NoInfer<Input>) => CommandInput<Command>;
  /** Items in one response at most. Without it, EC2 returns all in one response. */
  readonly pageSize?: number;
}

/** Declares a list of EC2: it is filtered by tags and by EC2's filters, and read page by page. */
export const ec2List = <Input extends FilterInput, Item, Command extends CommandType>({
  input: own,
  filters: named,
  request,
  pageSize,
  ...list
}: Ec2List<Input, Item, Command>): ListDeclaration<Input, Item, Command> => ({
  ...list,
  service: ec2,
  permissions: [`ec2:${awsNameOf(list.command)}`],
  input: input<FilterInput>({ ...own, tags: z.optional(tagRecord()), filters: filterRecord() } as never) as never,
  request: ((members: Input) => ({
    ...(request?.(members) as object | undefined),
    Filters: toFilterList({ ...named?.(members), ...members.filters }, members.tags),
  })) as never,
  ...(pageSize !== undefined && {
    pages: { token: 'NextToken', size: { member: 'MaxResults', least: 5, most: pageSize } },
  }),
});
