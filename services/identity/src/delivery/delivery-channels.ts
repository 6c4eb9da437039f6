import { SecretProvider } from '@fc/runtime';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { CallBridge } from './call-bridge.ts';
import { ProviderBridge } from './provider-bridge.ts';
import { SinkBridge } from './sink-bridge.ts';
import type { DeliveryChannel, DeliveryMethod } from './delivery-channel.ts';
import { MailChannel } from './mail-channel.ts';
import { SinkChannel } from './sink-channel.ts';
import { TextChannel } from './text-channel.ts';

/** The secret that says how people are written to; it holds the providers' passwords. */
export const deliverySecret = 'identity/delivery.json';

const sink = z.strictObject({ sink: z.string() });
export const deliverySchema = z.strictObject({
  /** Where people sign in. */
  link: z.url(),
  MAIL: z.union([sink, z.strictObject({ url: z.url({ protocol: /^smtps?$/ }), from: z.string() })]).optional(),
  TEXT: z.union([sink, z.strictObject({ baseUrl: z.url({ protocol: /^https?$/ }), account: z.string(), token: z.string(), from: z.string() })]).optional(),
  /** Who connects calls; `from` is the program's own number. */
  CALL: z.union([sink, z.strictObject({ baseUrl: z.url({ protocol: /^https?$/ }), account: z.string(), token: z.string(), from: z.string().regex(/^\+[1-9]\d{6,14}$/) })]).optional(),
});
export type DeliverySettings = z.infer<typeof deliverySchema>;

interface Made {
  readonly text: string;
  readonly settings: DeliverySettings;
  readonly channels: ReadonlyMap<`${DeliveryMethod}`, DeliveryChannel>;
  readonly bridge: CallBridge | undefined;
}

/** The ways to people that the operator has set up. */
@Injectable()
export class DeliveryChannels {
  #made: Made | undefined;

  constructor(private readonly secrets: SecretProvider) {}

  get link(): string {
    return this.#current().settings.link;
  }

  /** Undefined when the operator has set up no such way. */
  by(method: `${DeliveryMethod}`): DeliveryChannel | undefined {
    return this.#current().channels.get(method);
  }

  /** Undefined when the operator has set up nobody who connects calls. */
  get bridge(): CallBridge | undefined {
    return this.#current().bridge;
  }

  /** Looked at each time, so that changed settings are taken up. */
  #current(): Made {
    const text = this.secrets.read(deliverySecret);
    if (this.#made?.text === text) return this.#made;
    const settings = deliverySchema.parse(JSON.parse(text));
    const channels = new Map<`${DeliveryMethod}`, DeliveryChannel>();
    const { MAIL: mail, TEXT: texts, CALL: calls } = settings;
    if (mail) channels.set('MAIL', 'sink' in mail ? new SinkChannel('MAIL', mail.sink) : new MailChannel(mail));
    if (texts) channels.set('TEXT', 'sink' in texts ? new SinkChannel('TEXT', texts.sink) : new TextChannel(texts));
    const bridge = calls && ('sink' in calls ? new SinkBridge(calls.sink) : new ProviderBridge(calls));
    return (this.#made = { text, settings, channels, bridge });
  }
}
