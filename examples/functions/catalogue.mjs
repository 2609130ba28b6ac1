// A Lambda function that the examples deploy: a service that returns the prices of products.
const prices = { apple: 0.5, pear: 0.75 };

export const handler = async ({ pathParameters: { name } }) => {
  const price = prices[name];
  return price === undefined ? { statusCode: 404 } : { statusCode: 200, body: JSON.stringify({ name, price }) };
};
