/** The table of escapes of the SDK's serializer of JSON, with the statements that fill it. */
const table = /const ESCAPE_TABLE = (new Array\(128\)\.fill\(null\);[\s\S]*?\n\}\n)(?=const INITIAL_BUFFER_SIZE)/;
const base64 = 'static B64 = (() =>';

/**
 * Marks the statements of the SDK's serializer of JSON as free of side effects. Without this, bundlers keep its 8 KB in programs whose service
 * does not use JSON.
 */
export const droppableSerializer = (source: string): string => {
  if (!table.test(source) || !source.includes(base64))
    throw new Error(
      "The SDK's JsonShapeSerializer2 has another form. Update tools/build/droppable-serializer.ts, or remove it if bundlers can drop the class.",
    );
  const filled = (_: string, statements: string): string =>
    `const ESCAPE_TABLE = /* @__PURE__ */ (() => {\nconst ESCAPE_TABLE = ${statements}return ESCAPE_TABLE;\n})();\n`;
  return source.replace(table, filled).replace(base64, 'static B64 = /* @__PURE__ */ (() =>');
};
