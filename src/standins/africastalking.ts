import express from 'express';
import { smsApi, userOptsOut, userSmsSends, type SmsEntry, type SmsFault, type SmsState } from './africastalking-sms.ts';
import { createUssdGateway, type UssdFault, type UssdHop, type UssdSession } from './africastalking-ussd.ts';
import { createFaults, type Faults } from './faults.ts';
import { listenOnLoopback } from './loopback-server.ts';
import { createPhoneLog, type PhoneLog } from './phone-log.ts';
import { createDelivery, type Delivered } from './webhook-delivery.ts';

export type AfricastalkingOptions = {
  /** Up to and with the token: …/webhooks/africastalking/<token>. */
  callbackUrl: string;
  apiKey: string;
  username?: string;
  /** The number or name our SMS come from, and the one people write to. */
  senderId?: string;
  serviceCode?: string;
  networkCode?: string;
  port?: number;
  retryAfterMs?: readonly number[];
  /** A USSD session nobody types into is ended by the network. */
  ussdIdleMs?: number;
  now?: () => Date;
};

export type AfricastalkingStandin = {
  url: string;
  serviceCode: string;
  senderId: string;
  sms: PhoneLog<SmsEntry>;
  smsFaults: Faults<SmsFault>;
  setBalance: (balance: string) => void;
  userSmsSends: (phone: string, text: string) => Promise<Delivered & { id: string }>;
  userOptsOut: (phone: string) => Promise<Delivered>;
  ussd: PhoneLog<UssdHop>;
  ussdFaults: Faults<UssdFault>;
  dial: (phone: string, code: string) => Promise<UssdSession>;
  /** The session on the phone's screen: open, or ended and not yet put away. */
  session: (phone: string) => UssdSession | undefined;
  putAway: (phone: string) => void;
  idle: () => Promise<void>;
  close: () => Promise<void>;
};

const USSD_IDLE_MS = 180_000;

/** Africa's Talking on this machine: the SMS API our client calls, and the phones that write and dial. */
export async function startAfricastalkingStandin(options: AfricastalkingOptions): Promise<AfricastalkingStandin> {
  const now = options.now ?? (() => new Date());
  const delivery = createDelivery(options.retryAfterMs);
  const networkCode = options.networkCode ?? '99999';
  const serviceCode = options.serviceCode ?? '*384*22#';
  const sms: SmsState = {
    now, delivery, networkCode,
    callbackUrl: options.callbackUrl,
    apiKey: options.apiKey,
    username: options.username,
    senderId: options.senderId ?? 'GRIOT',
    balance: 'XOF 12500.00',
    log: createPhoneLog<SmsEntry>(now),
    faults: createFaults<SmsFault>({}),
  };
  const ussd = createUssdGateway({ now, delivery, networkCode, serviceCode, callbackUrl: options.callbackUrl, idleMs: options.ussdIdleMs ?? USSD_IDLE_MS });
  const app = express().disable('x-powered-by');
  smsApi(app, sms);
  const server = await listenOnLoopback(app, options.port);

  return {
    url: server.url,
    serviceCode,
    senderId: sms.senderId,
    sms: sms.log,
    smsFaults: sms.faults,
    setBalance: (balance) => {
      sms.balance = balance;
    },
    userSmsSends: (phone, text) => userSmsSends(sms, phone, text),
    userOptsOut: (phone) => userOptsOut(sms, phone),
    ussd: ussd.log,
    ussdFaults: ussd.faults,
    dial: ussd.dial,
    session: ussd.session,
    putAway: ussd.putAway,
    idle: () => delivery.idle(),
    close: async () => {
      ussd.stop();
      await delivery.stop();
      await server.close();
    },
  };
}
