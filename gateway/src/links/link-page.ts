import { createHash } from 'node:crypto';

/** What people read, in the program's two languages. It names nobody and says nothing of what the messages are about (decision 20). */
export interface PageWords {
  readonly en: string;
  readonly es: string;
  /** The one button; a page without it is an answer. */
  readonly button?: { readonly en: string; readonly es: string };
}

export const words = {
  stop: {
    en: 'Do you want no more messages of this kind?',
    es: '¿No quiere recibir más mensajes de este tipo?',
    button: { en: 'No more messages', es: 'No recibir más' },
  },
  read: { en: 'Have you read the message?', es: '¿Ha leído el mensaje?', button: { en: 'Yes, I have read it', es: 'Sí, lo he leído' } },
  statement: { en: 'A family has something for you to read.', es: 'Una familia tiene algo para que usted lo lea.', button: { en: 'Read it', es: 'Leerlo' } },
  statementRead: { en: 'This is what the parent and the caregiver both wish you to know. It is meant for you alone; please do not pass it on.', es: 'Esto es lo que tanto la madre o el padre como quien cuida al niño desean que usted sepa. Es solo para usted; por favor, no lo comparta.' },
  stopped: { en: 'Done. We will not write to you this way any more. You can change that whenever you sign in.', es: 'Listo. Ya no le escribiremos por este medio. Puede cambiarlo cuando inicie sesión.' },
  confirmed: { en: 'Thank you for letting us know.', es: 'Gracias por avisarnos.' },
  unusable: { en: 'This link has been used, has ended, or is not one of ours. Nothing was changed.', es: 'Este enlace ya se usó, ha caducado o no es nuestro. No se ha cambiado nada.' },
  tooMany: { en: 'Please try again in a few minutes.', es: 'Inténtelo de nuevo en unos minutos.' },
  away: { en: 'This does not work at the moment, and nothing was changed. Please try again later.', es: 'Esto no funciona en este momento y no se ha cambiado nada. Inténtelo más tarde.' },
} as const satisfies Record<string, PageWords>;

const style = 'body{font:1.25rem/1.5 sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem}button{font:inherit;padding:.75rem 1.5rem}blockquote{white-space:pre-wrap;overflow-wrap:anywhere}';

/** The page brings its few words and its style; it loads nothing, runs nothing, and posts to where it came from alone. */
const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The address of the page is the capability itself: it is not kept, not indexed, and not told to any other site. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': contentSecurityPolicy,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** As a page, but that it is a calendar; whoever is shown it by mistake gets a file. */
export const calendarHeaders: Readonly<Record<string, string>> = { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'attachment; filename="appointments.ics"' };

const inHtml: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => inHtml[sign] ?? '');

/** A whole page; the form posts to the page's own address, which so stands nowhere in it. A `text` that people wrote stands there as they wrote it, and does nothing. */
export const linkPage = ({ en, es, button }: PageWords, text?: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>Family Connections</title><style>${style}</style></head>
<body>
<p>${en}</p>
<p lang="es">${es}</p>
${text === undefined ? '' : `<blockquote>${escaped(text)}</blockquote>`}
${button ? `<form method="post"><button>${button.en} &middot; <span lang="es">${button.es}</span></button></form>` : ''}
</body>
</html>
`;
