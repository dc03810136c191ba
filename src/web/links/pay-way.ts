import type { LinkPage } from './link-page.ts';

/** The way to where a payment is made. Going there and coming back tells us nothing of the money. */
export const payWay: LinkPage = async (_links, { target }, { res }) => {
  res.redirect(303, target);
  return true;
};
