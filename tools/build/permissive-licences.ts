/** Licences of packages that may be built in. */
export const permissiveLicences: ReadonlySet<string> = new Set([
  'Apache-2.0',
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
]);
