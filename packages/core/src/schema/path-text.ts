/** `volumes[0].sizeGiB` for `['volumes', 0, 'sizeGiB']`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index ? '.' : ''}${String(step)}`)).join('');
