/**
 * Whether a document of XML 1.0 can contain a text: it can contain neither most control characters nor U+FFFE and U+FFFF.
 * https://www.w3.org/TR/xml/#charsets
 */
export const isXmlText = (text: string): boolean => !/[^\t\n\r -\uFFFD]/.test(text);
