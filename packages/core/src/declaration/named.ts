import { awsNameOf, type CommandType } from './command-type.js';

/** A declaration that may omit its name. */
export type Unnamed<Declaration extends { readonly name: string }> = Omit<Declaration, 'name'> & {
  readonly name?: string;
};

/** A declaration with its name: its own, else AWS's name of the operation in camelCase. */
export const named = <Declaration extends { readonly name: string; readonly command: CommandType }>(
  declaration: Unnamed<Declaration> & { readonly command: CommandType },
): Declaration => {
  const { name = awsNameOf(declaration.command).replace(/^[A-Z]/, (first) => first.toLowerCase()) } = declaration;
  return { ...declaration, name } as unknown as Declaration;
};
