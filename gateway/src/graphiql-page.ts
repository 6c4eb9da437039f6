import type { Request, Response } from 'express';

/** The page brings all it needs with it, and the browser is told to fetch nothing from elsewhere. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'worker-src blob:',
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** GraphiQL as one self-contained page. A token is pasted into its headers editor, and forgotten with the tab. */
export async function graphiqlPage(): Promise<(request: Request, response: Response) => void> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql'); // 9 MB, which a gateway without the page does not load
  const page = renderGraphiQL({
    title: 'Family Connections',
    endpoint: '/graphql',
    defaultQuery: '# Who am I here, and which family connections am I on?\n{\n  me {\n    givenName\n  }\n  familyConnections {\n    nodes {\n      status\n      step\n    }\n  }\n}\n',
    headers: JSON.stringify({ authorization: 'Bearer <paste a token>' }, null, 2),
    shouldPersistHeaders: false,
  }).trimStart();
  return (_request, response) => {
    response.set({
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    response.type('html').send(page);
  };
}
