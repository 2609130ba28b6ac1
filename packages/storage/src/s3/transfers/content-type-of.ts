/** The content type of a file, by the extension of its name; `application/octet-stream` without a known one. The list is loaded at first use. */
export const contentTypeOf = async (path: string): Promise<string> => {
  const { default: mime } = await import('mime');
  // With a folder, a name without a dot is a name and not an extension.
  return mime.getType(`/${path}`) ?? 'application/octet-stream';
};
