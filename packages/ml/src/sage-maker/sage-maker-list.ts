import {
  awsNameOf,
  type AwsInput,
  type CommandType,
  input,
  type InputFields,
  type ListDeclaration,
  z,
} from '@arch/core/builder';
import { sageMaker } from '@arch/services/sage-maker';

import { namePart } from './sage-maker-fields.js';

/** The members by which a SageMaker list is filtered and sorted. */
export interface SageMakerListInput<SortBy extends string = 'Name' | 'CreationTime'> extends AwsInput {
  /** Part of the name, 1–63 letters, digits and hyphens. */
  readonly nameContains?: string | undefined;
  /** Only items that were created after this time. */
  readonly creationTimeAfter?: Date | undefined;
  /** Only items that were created before this time. */
  readonly creationTimeBefore?: Date | undefined;
  /** Default `Descending`: the newest first. */
  readonly sortOrder?: 'Ascending' | 'Descending' | undefined;
  /** Default `CreationTime`. */
  readonly sortBy?: SortBy | undefined;
}

/** A list of SageMaker: what differs from one to the other. */
export interface SageMakerList<
  Input extends SageMakerListInput<string>,
  Item,
  Command extends CommandType,
> extends Pick<ListDeclaration<Input, Item, Command>, 'name' | 'command' | 'item' | 'items' | 'request'> {
  readonly sortBy: readonly [NonNullable<NoInfer<Input['sortBy']>>, ...NonNullable<NoInfer<Input['sortBy']>>[]];
  /** The members of the input beside those that every list has. */
  readonly input?: InputFields<NoInfer<Omit<Input, keyof SageMakerListInput>>>;
}

/** Declares a list of SageMaker: it is filtered by name and time, sorted, and read page by page. */
export const sageMakerList = <Input extends SageMakerListInput<string>, Item, Command extends CommandType>({
  sortBy,
  input: own,
  ...list
}: SageMakerList<Input, Item, Command>): ListDeclaration<Input, Item, Command> => ({
  ...list,
  service: sageMaker,
  permissions: [`sagemaker:${awsNameOf(list.command)}`],
  input: input<SageMakerListInput<string>>({
    ...own,
    nameContains: z.optional(namePart()),
    creationTimeAfter: z.optional(z.date()),
    creationTimeBefore: z.optional(z.date()),
    sortOrder: z.optional(z.enum(['Ascending', 'Descending'])),
    sortBy: z.optional(z.enum(sortBy)),
  } as never) as never,
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 1, most: 100 } },
});
