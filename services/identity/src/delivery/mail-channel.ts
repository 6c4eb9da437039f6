import { createTransport, type Transporter } from 'nodemailer';
import { NotDelivered, type DeliveryChannel, type OutgoingMessage } from './delivery-channel.ts';

/** A subject that says nothing to whoever sees the list of somebody's mail. */
const subject = 'A message for you';

/** How long the mail server may take, in milliseconds. */
const patience = 10_000;

/** Lets the mail program itself show a button that stops messages (RFC 8058). */
const oneClick = (stop: string): Record<string, string> => ({ 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });

/** Mail by SMTP. */
export class MailChannel implements DeliveryChannel {
  readonly #transport: Transporter;
  readonly #from: string;

  /** `url`: smtp:// or smtps://, with the user and password in it. */
  constructor({ url, from }: { readonly url: string; readonly from: string }) {
    this.#transport = createTransport({ url, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience });
    this.#from = from;
  }

  async send({ id, to, text, stop }: OutgoingMessage): Promise<void> {
    const domain = this.#from.split('@').at(-1)?.replace('>', '') ?? 'localhost';
    try {
      // An address of its own and never a list: nobody learns who else is written to. As an object, since text is taken apart at commas.
      await this.#transport.sendMail({ from: this.#from, to: { name: '', address: to }, subject, text, headers: oneClick(stop), messageId: `<${id}@${domain}>`, disableFileAccess: true, disableUrlAccess: true });
    } catch (error) {
      const { responseCode = 0 } = error as { responseCode?: number };
      // 5yz to the recipient is a final answer, but 535 and 530 are about our own way in.
      if (responseCode >= 550 && responseCode <= 554) throw new NotDelivered(`the mail server answered ${responseCode}`);
      throw error;
    }
  }
}
