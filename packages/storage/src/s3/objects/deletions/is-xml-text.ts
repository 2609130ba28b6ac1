/**
 * Whether an XML 1.0 document can contain a text. XML excludes most control characters, U+FFFE and U+FFFF.
 * https://www.w3.org/TR/xml/#charsets
 */
export const isXmlText = (text: string): boolean => !/[^\t\n\r -\uFFFD]/.test(text);
