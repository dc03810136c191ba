import type { Express } from 'express';
import type { AccountTemplate } from './graph-templates.ts';

/** What Meta tells about our number, token and account. A test changes it to see what is said about it. */
export type GraphAccount = {
  quality: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';
  /** Seconds since 1970; 0 never. */
  tokenExpiresAt: number;
  scopes: string[];
  subscribed: boolean;
  templates: AccountTemplate[];
  /** Other accounts that the token is for too, which have other numbers. */
  alsoFor: string[];
  /** The code with which writing a template is refused: 4, 80008, 200. */
  refuseTemplates?: number;
};

type Ours = { accountId: string; phoneNumberId: string; displayPhoneNumber: string };

const APP_ID = '200000000000002';

export const newAccount = (templates?: AccountTemplate[]): GraphAccount => ({
  quality: 'GREEN',
  tokenExpiresAt: 0,
  scopes: ['whatsapp_business_management', 'whatsapp_business_messaging'],
  subscribed: true,
  alsoFor: [],
  templates: templates ?? [{ name: 'hello_world', language: 'en_US', status: 'APPROVED', category: 'UTILITY', quality_score: { score: 'UNKNOWN' } }],
});

export function accountRoutes(router: Express, account: GraphAccount, { accountId, phoneNumberId, displayPhoneNumber }: Ours): void {
  router.get(`/:version/${phoneNumberId}`, (_req, res) => {
    res.json({ id: phoneNumberId, display_phone_number: `+${displayPhoneNumber}`, verified_name: 'Griot', quality_rating: account.quality, platform_type: 'CLOUD_API', throughput: { level: 'STANDARD' }, code_verification_status: 'VERIFIED' });
  });
  router.get('/:version/debug_token', (_req, res) => {
    const granular = account.scopes.map((scope) => ({ scope, target_ids: [...account.alsoFor, accountId] }));
    res.json({ data: { app_id: APP_ID, type: 'SYSTEM_USER', application: 'Griot', data_access_expires_at: 0, expires_at: account.tokenExpiresAt, is_valid: true, scopes: account.scopes, granular_scopes: granular } });
  });
  router.get(`/:version/${accountId}/subscribed_apps`, (_req, res) => {
    res.json({ data: account.subscribed ? [{ whatsapp_business_api_data: { id: APP_ID, name: 'Griot', link: '' } }] : [] });
  });
  router.get('/:version/:account/phone_numbers', (req, res) => {
    res.json({ data: req.params.account === accountId ? [{ id: phoneNumberId, display_phone_number: `+${displayPhoneNumber}` }] : [] });
  });
}
