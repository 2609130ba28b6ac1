/** Returns the content type for the extension of a file name, or `application/octet-stream`. Loads the list of types on first use. */
export const contentTypeOf = async (path: string): Promise<string> => {
  const { default: mime } = await import('mime');
  // Without a folder, `mime` takes a name without a dot for an extension.
  return mime.getType(`/${path}`) ?? 'application/octet-stream';
};
