import type { CommandOutput, CommandType } from '../declaration/command-type.js';

/** The names of the lists that a structure of AWS has. */
export type ListNames<Structure> = {
  [Name in keyof Structure & string]-?: NonNullable<Structure[Name]> extends readonly unknown[] ? Name : never;
}[keyof Structure & string];

/** The same of the structures within it, e.g. `DistributionList.Items`. */
export type NestedListNames<Structure> = {
  [Name in Exclude<keyof Structure & string, '$metadata'>]-?: NonNullable<Structure[Name]> extends object
    ? `${Name}.${ListNames<NonNullable<Structure[Name]>>}`
    : never;
}[Exclude<keyof Structure & string, '$metadata'>];

/** The lists of a command's response by their names; where it has none, those of its structures, e.g. `DistributionList.Items`. */
export type CommandLists<Command extends CommandType> = [ListNames<CommandOutput<Command>>] extends [never]
  ? NestedListNames<CommandOutput<Command>>
  : ListNames<CommandOutput<Command>>;

/** The items of a list of a command's response. */
export type CommandItem<Command extends CommandType, List extends string> = ItemAt<CommandOutput<Command>, List>;

/** The items of the list at a path of a structure. */
export type ItemAt<Structure, Path extends string> = Path extends `${infer Name}.${infer Rest}`
  ? Name extends keyof Structure
    ? ItemAt<NonNullable<Structure[Name]>, Rest>
    : never
  : Path extends keyof Structure
    ? NonNullable<Structure[Path]> extends readonly (infer Item)[]
      ? Item
      : never
    : never;
