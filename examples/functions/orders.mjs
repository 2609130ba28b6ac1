// A Lambda function that the examples deploy: a service that accepts orders and requests prices from another service over HTTP.
export const handler = async ({ body }) => {
  const { name, pieces } = JSON.parse(body);
  const product = await fetch(`${process.env.CATALOGUE_URL}/products/${name}`);
  if (!product.ok) return { statusCode: 422, body: JSON.stringify({ error: `there is no ${name}` }) };
  const { price } = await product.json();
  return { statusCode: 201, body: JSON.stringify({ name, pieces, total: pieces * price }) };
};
