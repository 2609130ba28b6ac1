// A Lambda function that the examples deploy: it returns a greeting, and throws an error if there is no name.
export const handler = async ({ name } = {}) => {
  if (!name) throw new TypeError('A name is required');
  console.log('greeting', name);
  return { greeting: `Hello, ${name}!` };
};
