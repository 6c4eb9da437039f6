/**
 * How long a server keeps an idle connection, in milliseconds: longer than load balancers and our own client, which then end
 * it themselves. A server that ends it just as the next request is on its way fails that request.
 */
export const keepAliveMs = 65_000;
