// A Lambda function that the examples deploy: it greets, and throws when it has no one to greet.
export const handler = async ({ name } = {}) => {
  if (!name) throw new TypeError('There is no one to greet');
  console.log('greeting', name);
  return { greeting: `Hello, ${name}!` };
};
