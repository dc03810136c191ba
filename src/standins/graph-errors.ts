import type { z } from 'zod';
import { newTraceId } from './provider-ids.ts';

/** A refusal in Meta's words. Titles and HTTP statuses are theirs (facts A12); programs must look at the code. */
export type GraphError = { http: number; code: number; title: string; details: string; subcode?: number; user?: { title: string; message: string } };

const TABLE: Record<number, [http: number, title: string, details: string]> = {
  1: [400, 'API Unknown', 'Invalid request or possible server error.'],
  2: [503, 'API Service', 'Temporary due to downtime or due to being overloaded.'],
  200: [403, 'Permissions error', 'The token may not do this.'],
  80008: [400, 'Too many calls to this account', 'There have been too many calls to this WhatsApp Business account. Wait a bit and try again.'],
  132000: [400, 'Number of parameters does not match the expected number of params', 'The number of variable parameter values is not that of the template.'],
  4: [400, 'Application request limit reached', 'The app has reached its API call rate limit.'],
  100: [400, 'Invalid parameter', 'The request included one or more unsupported or misspelled parameters.'],
  190: [401, 'Invalid OAuth access token.', 'Your access token has expired.'],
  368: [403, 'Temporarily blocked for policies violations', 'The business account has been restricted.'],
  130429: [400, 'Rate limit hit', 'Cloud API message throughput has been reached.'],
  131000: [500, 'Something went wrong', 'Message failed to send due to an unknown error.'],
  131009: [400, 'Parameter value is not valid', 'One or more parameter values are invalid.'],
  131016: [500, 'Service unavailable', 'A service is temporarily unavailable.'],
  131026: [400, 'Message undeliverable', 'Message Undeliverable.'],
  131047: [400, 'Re-engagement message', 'Message failed to send because more than 24 hours have passed since the customer last replied to this number.'],
  131042: [400, 'Business eligibility payment issue', 'Message failed to send because of one or more errors related to your payment method.'],
  131048: [400, 'Spam rate limit hit', 'Message failed to send because there are restrictions on how many messages can be sent from this phone number.'],
  131049: [400, 'This message was not delivered to maintain healthy ecosystem engagement.', 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.'],
  131050: [400, 'User has stopped marketing messages', 'The recipient chose not to receive marketing messages on WhatsApp from this business.'],
  131053: [400, 'Media upload error', 'Unable to upload the media used in the message.'],
  131056: [400, '(Business Account, Consumer Account) pair rate limit hit', 'Too many messages sent from this phone number to the same phone number in a short period of time.'],
  131062: [400, 'Business-scoped user id not allowed for this message', 'Use the phone number.'],
  132001: [404, "Template name does not exist in the translation", 'Template name does not exist in the specified language.'],
  132015: [400, 'Template is paused', 'Template is paused due to low quality so it cannot be sent in a template message.'],
  132016: [400, 'Template is disabled', 'Template has been paused too many times due to low quality and is now permanently disabled.'],
};

export function graphError(code: number, details?: string): GraphError {
  const [http, title, usual] = TABLE[code] ?? [400, 'Message failed', 'The message was refused.'];
  return { http, code, title, details: details ?? usual };
}

export function errorBody({ code, title, details, subcode, user }: GraphError) {
  return {
    error: {
      message: `(#${code}) ${title}`,
      type: 'OAuthException',
      code,
      error_data: { messaging_product: 'whatsapp', details },
      ...(subcode === undefined ? {} : { error_subcode: subcode }),
      ...(user === undefined ? {} : { error_user_title: user.title, error_user_msg: user.message }),
      fbtrace_id: newTraceId(),
    },
  };
}

/** How the same error looks in a status webhook. */
export function statusError({ code, title, details }: GraphError) {
  return { code, title, message: title, error_data: { details }, href: '/documentation/business-messaging/whatsapp/support/error-codes' };
}

/** A field that is absent is error 100; one that is there with a bad value inside an interactive is 131009. */
export function errorOfIssues(body: unknown, issues: readonly z.core.$ZodIssue[]): GraphError {
  const [issue] = issues;
  if (!issue) return graphError(100);
  const path = issue.path.map(String);
  const name = path.join('.');
  if (valueAt(body, path) === undefined) return graphError(100, `The parameter ${name} is required.`);
  return graphError(path[0] === 'interactive' ? 131009 : 100, `Param ${name}: ${issue.message}`);
}

function valueAt(body: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), body);
}
