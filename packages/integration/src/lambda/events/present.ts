/** Returns a copy without the members that are `undefined` or `null`. */
export const present = <Members extends object>(members: Members): Present<Members> =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== null),
  ) as Present<Members>;

/** The type of `present`: members that can be `undefined` or `null` become optional. */
export type Present<Members> = {
  [Name in keyof Members as Members[Name] extends NonNullable<Members[Name]> ? Name : never]: Members[Name];
} & {
  [Name in keyof Members as Members[Name] extends NonNullable<Members[Name]> ? never : Name]?: NonNullable<
    Members[Name]
  >;
};
