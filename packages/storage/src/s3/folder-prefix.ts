/** Returns the prefix with the `/` that separates it from the paths. */
export const folderPrefix = (prefix = ''): string => (prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`);
