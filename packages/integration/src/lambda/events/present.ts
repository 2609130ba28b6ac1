/** A copy without the members that are `undefined` or `null`, so that absent members are absent. */
export const present = <Members extends object>(members: Members): Present<Members> =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && value !== null),
  ) as Present<Members>;

/** Members that may be absent are optional, and no member is `undefined` or `null`. */
export type Present<Members> = {
  [Name in keyof Members as Members[Name] extends NonNullable<Members[Name]> ? Name : never]: Members[Name];
} & {
  [Name in keyof Members as Members[Name] extends NonNullable<Members[Name]> ? never : Name]?: NonNullable<
    Members[Name]
  >;
};
