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

/** The members that filter and sort a list of SageMaker. */
export interface SageMakerListInput<SortBy extends string = 'Name' | 'CreationTime'> extends AwsInput {
  /** Part of the name: 1–63 letters, digits and hyphens. */
  readonly nameContains?: string | undefined;
  /** Lists only items that were created after this time. */
  readonly creationTimeAfter?: Date | undefined;
  /** Lists only items that were created before this time. */
  readonly creationTimeBefore?: Date | undefined;
  /** Order of the items. Default: `Descending`, the newest first. */
  readonly sortOrder?: 'Ascending' | 'Descending' | undefined;
  /** Member by which the items are sorted. Default that AWS applies: `CreationTime`. */
  readonly sortBy?: SortBy | undefined;
}

/** The parts of a list declaration that differ between the lists of SageMaker. */
export interface SageMakerList<
  Input extends SageMakerListInput<string>,
  Item,
  Command extends CommandType,
> extends Pick<ListDeclaration<Input, Item, Command>, 'name' | 'command' | 'item' | 'items' | 'request'> {
  readonly sortBy: readonly [NonNullable<NoInfer<Input['sortBy']>>, ...NonNullable<NoInfer<Input['sortBy']>>[]];
  /** The members of the input in addition to those of every list. */
  readonly input?: InputFields<NoInfer<Omit<Input, keyof SageMakerListInput>>>;
}

/** Returns the declaration of a list of SageMaker, which is filtered by name and time, sorted and read in pages. */
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
